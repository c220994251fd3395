import { layerOf, mostInputs } from '../../layers';
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
      const definition = layerOf(layer.type);
      if (!definition || layer.inputs.length <= mostInputs(definition.inputs)) continue;
      const names = definition.inputs as readonly string[];
      if (definition.kind === 'input') {
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
        continue;
      }
      if (names.length > 1) {
        report({
          layer,
          field: 'inputs',
          message: `The ${layer.type} layer "${layer.id}" takes ${names.length} inputs, ${names.join(', ')}, but has ${layer.inputs.length}: ${firstOf(layer.inputs)}.`,
          fixes: [
            {
              title: `Keep the first ${names.length}`,
              edits: [
                {
                  kind: 'set-field',
                  id: layer.id,
                  field: 'inputs',
                  value: layer.inputs.slice(0, names.length),
                },
              ],
            },
          ],
        });
        continue;
      }
      const [first, ...others] = layer.inputs as [string, ...string[]];
      const join = (type: string) => {
        const id = freshIds(graph.byId.keys())(type);
        return {
          title: `Join them in ${type === 'add' ? 'an' : 'a'} ${type} layer`,
          edits: [
            { kind: 'set-field' as const, id: layer.id, field: 'inputs', value: [first] },
            { kind: 'insert-layer' as const, type, from: first, to: layer.id },
            ...others.map((from, i) => ({ kind: 'connect' as const, from, to: id, place: i + 1 })),
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
