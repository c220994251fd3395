import { layerOf } from '../../layers';
import { nearest } from '../nearest';
import type { Rule } from './rule';

/** A hint costs a comparison with the id of every layer. */
const maxHints = 20;

export const missingInput: Rule = {
  code: 'missing-input',
  severity: 'error',
  why: 'A layer computes something from what feeds it, so each but the input needs a layer before it. Without one, neither its parameters nor what follows have a size.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "inputs": ["hiden"], "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    for (const [i, { layer, id }] of graph.missing.entries()) {
      const others = i < maxHints ? [...graph.byId.keys()].filter(other => other !== layer.id) : [];
      const meant = nearest(id, others);
      const rest = layer.inputs.filter(input => input !== id);
      report({
        layer,
        field: 'inputs',
        message: `"${layer.id}" is fed by "${id}", but no layer has that id.${meant ? ` Did you mean "${meant}"?` : ''}`,
        fixes: [
          ...(meant
            ? [
                {
                  title: `Change "${id}" to "${meant}"`,
                  edits: [
                    {
                      kind: 'set-field' as const,
                      id: layer.id,
                      field: 'inputs',
                      value: layer.inputs.map(input => (input === id ? meant : input)),
                    },
                  ],
                },
              ]
            : []),
          rest.length > 0
            ? {
                title: `Remove "${id}" from the inputs`,
                edits: [{ kind: 'set-field' as const, id: layer.id, field: 'inputs', value: rest }],
              }
            : {
                title: 'Remove "inputs", so that it follows the layer before it',
                edits: [{ kind: 'set-field' as const, id: layer.id, field: 'inputs', value: undefined }],
              },
        ],
      });
    }
    for (const [i, layer] of network.layers.entries()) {
      const arity = layerOf(layer.type)?.arity;
      if (layer.inputs.length > 0 || arity === undefined || arity === 'none') continue;
      const before = network.layers[i - 1];
      const first = graph.sources.length === 0 && i === 0;
      report({
        layer,
        ...(layer.explicitInputs && { field: 'inputs' }),
        message: first
          ? `Nothing feeds "${layer.id}": a network begins with an input layer.`
          : `Nothing feeds "${layer.id}". Connect a layer to it.`,
        fixes: first
          ? [{ title: 'Add an input layer before it', edits: [{ kind: 'add-layer', type: 'input' }] }]
          : before
            ? [
                {
                  title: `Connect "${before.id}" to it`,
                  edits: [{ kind: 'connect', from: before.id, to: layer.id }],
                },
              ]
            : [],
      });
    }
  },
};
