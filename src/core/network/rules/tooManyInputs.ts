import { layerOf } from '../../layers';
import { freshIds } from '../freshIds';
import type { Rule } from './rule';

export const tooManyInputs: Rule = {
  code: 'too-many-inputs',
  severity: 'error',
  why: 'A dense or flatten layer computes from one vector or picture. Several have to be joined first, by adding or concatenating them; an input layer is fed by the data alone.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "left", "type": "dense", "units": 3, "activation": "tanh" },
    { "id": "right", "type": "dense", "inputs": ["input"], "units": 3, "activation": "relu" },
    { "id": "output", "type": "dense", "inputs": ["left", "right"], "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "left", "type": "dense", "units": 3, "activation": "tanh" },
    { "id": "right", "type": "dense", "inputs": ["input"], "units": 3, "activation": "relu" },
    { "id": "concatenate", "type": "concatenate", "inputs": ["left", "right"] },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    for (const layer of network.layers) {
      const arity = layerOf(layer.type)?.arity;
      if (arity === 'none' && layer.inputs.length > 0) {
        report({
          layer,
          field: 'inputs',
          message: `"${layer.id}" is an input layer: the data feeds it, no other layer can.`,
          fixes: [
            {
              title: 'Remove its inputs',
              edits: [{ kind: 'set-field', id: layer.id, field: 'inputs', value: [] }],
            },
          ],
        });
      }
      const [first, ...others] = layer.inputs;
      if (arity !== 'one' || first === undefined || others.length === 0) continue;
      const join = (type: string) => {
        const id = freshIds(graph.byId.keys())(type);
        return {
          title: `Join them in ${type === 'add' ? 'an' : 'a'} ${type} layer`,
          edits: [
            ...others.map(from => ({ kind: 'disconnect' as const, from, to: layer.id })),
            { kind: 'insert-layer' as const, type, from: first, to: layer.id },
            ...others.map(from => ({ kind: 'connect' as const, from, to: id })),
          ],
        };
      };
      report({
        layer,
        field: 'inputs',
        message: `A ${layer.type} layer takes one input, but "${layer.id}" has ${layer.inputs.length}: ${firstOf(layer.inputs)}. Join them first, by adding or concatenating.`,
        get fixes() {
          return [join('concatenate'), join('add')];
        },
      });
    }
  },
};

/** As many as a sentence can bear. */
function firstOf(ids: readonly string[]): string {
  return ids.length > 6 ? `${ids.slice(0, 6).join(', ')}, …` : ids.join(', ');
}
