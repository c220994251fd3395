import type { Rule } from './rule';

export const symmetricStart: Rule = {
  code: 'symmetric-start',
  severity: 'warning',
  why: 'Where all weights of a hidden layer start at zero, its units compute the same and get the same gradient, so they stay copies of each other for ever. Random weights break the symmetry; zeros are fine without a hidden layer, as in logistic regression.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "tanh", "initializer": "zeros" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "tanh", "initializer": "xavier" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    for (const layer of network.layers) {
      const initializer = layer.fields?.initializer as { readonly type?: string } | undefined;
      if (layer === graph.output || initializer?.type !== 'zeros' || layer.fields?.units === 1) continue;
      report({
        layer,
        field: 'initializer',
        message: `All weights of "${layer.id}" start at zero, so its ${layer.fields?.units} units will always compute the same. Start with random weights.`,
        fixes: ['xavier', 'he'].map(value => ({
          title: `Change "initializer" to "${value}"`,
          edits: [{ kind: 'set-field', id: layer.id, field: 'initializer', value }],
        })),
      });
    }
  },
};
