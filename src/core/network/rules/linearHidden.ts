import type { Rule } from './rule';

export const linearHidden: Rule = {
  code: 'linear-hidden',
  severity: 'warning',
  why: 'Two linear layers in a row are one linear layer: W2·(W1·X + b1) + b2 is again a matrix times X plus a vector. Only an activation between them lets the network bend.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4 },
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

  check({ network, graph, report }) {
    for (const layer of network.layers) {
      if (layer === graph.output || layer.fields?.activation !== 'linear') continue;
      const written = layer.raw.activation !== undefined;
      // a misspelt activation counts as not written, but it was
      if (written && layer.raw.activation !== 'linear') continue;
      report({
        layer,
        ...(written && { field: 'activation' }),
        message: `"${layer.id}" is a hidden layer without an activation${written ? '' : ' (none is written)'}, so it adds nothing that the next layer couldn't do alone.`,
        fixes: ['relu', 'tanh'].map(value => ({
          title: `Change "activation" to "${value}"`,
          edits: [{ kind: 'set-field', id: layer.id, field: 'activation', value }],
        })),
      });
    }
  },
};
