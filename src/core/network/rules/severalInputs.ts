import type { Rule } from './rule';

export const severalInputs: Rule = {
  code: 'several-inputs',
  severity: 'error',
  why: 'The data gives one X, so one input layer takes it. A network with two inputs can be drawn but not trained here.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "left", "type": "input", "shape": [2] },
    { "id": "right", "type": "input", "shape": [2] },
    { "id": "sum", "type": "add", "inputs": ["left", "right"] },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "left", "type": "input", "shape": [2] },
    { "id": "sum", "type": "add" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ graph, report }) {
    const [first, ...others] = graph.sources;
    for (const layer of others) {
      report({
        layer,
        message: `"${layer.id}" is a second input layer, but the data has one X. Such a network can't be trained: let "${first!.id}" feed all branches.`,
        related: [{ message: 'The first input layer.', layer: first! }],
        fixes: [{ title: `Remove "${layer.id}"`, edits: [{ kind: 'remove-layers', ids: [layer.id] }] }],
      });
    }
  },
};
