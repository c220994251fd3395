import { formatBytes, formatCount } from '../describe';
import type { Rule } from './rule';

/** Weights and their gradients, without what the optimizer keeps: past this a training process is likely to be ended. */
const limit = 4 * 2 ** 30;

export const memory: Rule = {
  code: 'memory',
  severity: 'warning',
  why: 'Each parameter is held twice while the network trains, as its value and its gradient, and Adam keeps two averages more. A layer after a large picture is quickly wider than memory.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [1024, 1024, 3] },
    { "id": "flatten", "type": "flatten" },
    { "id": "hidden", "type": "dense", "units": 1000, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [1024, 1024, 3] },
    { "id": "flatten", "type": "flatten" },
    { "id": "hidden", "type": "dense", "units": 10, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, shapes, report }) {
    const bytes = 2 * shapes.bytes.parameters;
    if (bytes <= limit) return;
    const share = (id: string) => shapes.layers.get(id)?.bytes.parameters ?? 0;
    const layer = network.layers.reduce((most, other) => (share(other.id) > share(most.id) ? other : most));
    const count = formatCount(shapes.layers.get(layer.id)?.parameterCount);
    report({
      layer,
      ...(layer.raw.units !== undefined && { field: 'units' }),
      message: `"${layer.id}" has ${count} parameters; training the network takes ${formatBytes(bytes)} for weights and gradients alone. Use fewer units or smaller inputs.`,
    });
  },
};
