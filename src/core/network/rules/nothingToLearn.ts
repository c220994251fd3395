import { kinds, layerOf } from '../../layers';
import { nodeAt } from '../json/members';
import type { Rule } from './rule';

export const nothingToLearn: Rule = {
  code: 'nothing-to-learn',
  severity: 'error',
  why: 'Training changes parameters. A network that only passes its input on has none.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, parsed, report }) {
    if (nodeAt(parsed.json.root, ['layers'])?.type !== 'array') return;
    const definitions = network.layers.map(({ type }) => layerOf(type));
    if (definitions.some(definition => !definition || kinds[definition.kind].learns)) return;
    report({
      field: 'layers',
      message:
        network.layers.length === 0
          ? 'The network has no layers yet. Add an input layer and a dense layer.'
          : 'The network has no parameters, so there is nothing to learn. Add a dense layer.',
      fixes: [
        {
          title: 'Add a dense layer',
          edits: [
            ...(network.layers.length === 0 ? [{ kind: 'add-layer' as const, type: 'input' }] : []),
            { kind: 'add-layer', type: 'dense', id: 'output', fields: { units: 1, activation: 'sigmoid' } },
          ],
        },
      ],
    });
  },
};
