import type { Rule } from './rule';

export const danglingLayer: Rule = {
  code: 'dangling-layer',
  severity: 'warning',
  why: 'What a layer computes is used only if it reaches the output. A layer that feeds no other has no part in the result and learns nothing.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "unused", "type": "dense", "units": 8, "activation": "relu" },
    { "id": "hidden", "type": "dense", "inputs": ["input"], "units": 4, "activation": "relu" },
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
  ],

  check({ graph, report }) {
    for (const layer of graph.dangling) {
      report({
        layer,
        message: `"${layer.id}" feeds no other layer, so it changes nothing. Connect it to a later layer or remove it.`,
        fixes: [{ title: `Remove "${layer.id}"`, edits: [{ kind: 'remove-layers', ids: [layer.id] }] }],
      });
    }
  },
};
