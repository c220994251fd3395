import { beforeDrops } from './droppedOutput';
import type { Rule } from './rule';

export const softmaxHidden: Rule = {
  code: 'softmax-hidden',
  severity: 'warning',
  why: 'Softmax makes the values of a layer sum to 1, which is what the probabilities of an output do. In a hidden layer it only lets the units suppress each other.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "softmax" },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    const output = beforeDrops(graph);
    for (const layer of network.layers) {
      if (layer === output || layer.fields?.activation !== 'softmax') continue;
      report({
        layer,
        field: 'activation',
        message: `"${layer.id}" is a hidden layer with softmax, which is meant for the output. Use relu or tanh here.`,
        fixes: ['relu', 'tanh'].map(value => ({
          title: `Change "activation" to "${value}"`,
          edits: [{ kind: 'set-field', id: layer.id, field: 'activation', value }],
        })),
      });
    }
  },
};
