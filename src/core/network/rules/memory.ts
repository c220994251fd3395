import { mostBytes } from '../../kernels/wasm/wasmMemory';
import { optimizerOf } from '../../optimizers';
import { formatBytes, formatCount } from '../describe';
import type { Rule } from './rule';

export const memory: Rule = {
  code: 'memory',
  severity: 'error',
  why: 'Each parameter is held twice while the network trains, as its value and its gradient, and Adam keeps two averages more. All of it has to fit into the 4 GiB that WebAssembly can address. A layer after a large picture is quickly wider than that.',
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
    const { training } = network;
    const averages = training ? optimizerOf(training.optimizer).optimizer.slots.length : 0;
    const bytes = (2 + averages) * shapes.bytes.parameters;
    if (bytes <= mostBytes) return;
    const held = averages > 0 ? 'weights, gradients and the optimizer’s averages' : 'weights and gradients';
    const share = (id: string) => shapes.layers.get(id)?.bytes.parameters ?? 0;
    const layer = network.layers.reduce((most, other) => (share(other.id) > share(most.id) ? other : most));
    const count = formatCount(shapes.layers.get(layer.id)?.parameterCount);
    report({
      layer,
      ...(layer.raw.units !== undefined && { field: 'units' }),
      message: `"${layer.id}" has ${count} parameters; training the network takes ${formatBytes(bytes)} for ${held} alone, and there is room for ${formatBytes(mostBytes)}. Use fewer units or smaller inputs.`,
    });
  },
};
