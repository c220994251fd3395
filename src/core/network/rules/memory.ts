import { mostBytes } from '../../kernels/wasm/wasmMemory';
import { layerOf } from '../../layers';
import { optimizerOf } from '../../optimizers';
import { bytesBeyond, formatBytes, formatCount } from '../describe';
import type { LayerNode, Network } from '../network';
import type { Rule, RuleContext } from './rule';

export const memory: Rule = {
  code: 'memory',
  severity: 'error',
  why: 'Each parameter is held twice while the network trains, as its value and its gradient, and Adam keeps two averages more. The values of the examples that run at once come to that, with their gradients. All of it has to fit into the 4 GiB that WebAssembly can address. A dense layer after a large picture is quickly wider than that; and batch norm has to see the whole batch, so that a large one can’t be cut into pieces.',
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
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [128, 128, 3] },
    { "id": "conv", "type": "conv2d", "filters": 32, "kernelSize": 3, "padding": "same" },
    { "id": "norm", "type": "batch-norm" },
    { "id": "pool", "type": "global-average-pool" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 100, "batchSize": 2000 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [128, 128, 3] },
    { "id": "conv", "type": "conv2d", "filters": 32, "kernelSize": 3, "padding": "same" },
    { "id": "norm", "type": "batch-norm" },
    { "id": "pool", "type": "global-average-pool" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 100, "batchSize": 512 }
}
`,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2048, 2048, 3] },
    { "id": "conv", "type": "conv2d", "filters": 200, "kernelSize": 3, "padding": "same", "activation": "relu" },
    { "id": "pool", "type": "global-average-pool" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 100, "batchSize": 8 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2048, 2048, 3] },
    { "id": "conv", "type": "conv2d", "filters": 20, "kernelSize": 3, "padding": "same", "activation": "relu" },
    { "id": "pool", "type": "global-average-pool" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 100, "batchSize": 8 }
}
`,
    },
  ],

  check(context) {
    if (!checkParameters(context)) checkValues(context);
  },
};

/** Weights alone can be too many, whatever else isn't known. Returns whether they are. */
function checkParameters({ network, shapes, report }: RuleContext): boolean {
  const { training } = network;
  const averages = training ? optimizerOf(training.optimizer).optimizer.slots.length : 0;
  const { parameterCount, trainableCount } = shapes;
  const trained = parameterCount && trainableCount !== undefined ? trainableCount / parameterCount : 1;
  const bytes = (1 + trained * (1 + averages)) * shapes.bytes.parameters;
  if (bytes <= mostBytes) return false;
  const held = averages > 0 ? 'weights, gradients and the optimizer’s averages' : 'weights and gradients';
  const layer = largest(network, id => shapes.layers.get(id)?.bytes.parameters);
  const count = formatCount(shapes.layers.get(layer.id)?.parameterCount);
  report({
    layer,
    ...sizeField(layer),
    message: `"${layer.id}" has ${count} parameters; training the network takes ${bytesBeyond(bytes, mostBytes)} for ${held} alone, and there is room for ${formatBytes(mostBytes)}. Use fewer units or smaller inputs.`,
  });
  return true;
}

/** What the plan of the training would hold of its values, with what it does for the weights. */
function checkValues({ network, shapes, memoryNeed, report }: RuleContext): void {
  const need = memoryNeed();
  if (!need || need.parameters + need.values <= mostBytes) return;
  const { parameters, values, examples } = need;
  const takes = `Training takes ${bytesBeyond(parameters + values, mostBytes)} at once: ${formatBytes(values)} for the values and gradients of ${examples === 1 ? 'a single example' : `${formatCount(examples)} examples`} and ${formatBytes(parameters)} for the weights and what goes with them. There is room for ${formatBytes(mostBytes)}.`;
  const whole = network.layers.find(({ type }) => layerOf(type)?.wholeBatch);
  const fitting = 2 ** Math.floor(Math.log2((mostBytes - parameters) / (values / examples)));
  if (whole && fitting >= 2 && fitting < examples) {
    report({
      field: 'training.batchSize',
      message: `${takes} "${whole.id}" has to see the whole batch, which therefore can’t be cut into pieces. Use a smaller batch, such as ${fitting}.`,
      related: [{ message: `"${whole.id}" sees the whole batch.`, layer: whole }],
      fixes: [
        {
          title: `Change "batchSize" to ${fitting}`,
          edits: [{ kind: 'set-value', path: ['training', 'batchSize'], value: fitting }],
        },
      ],
    });
    return;
  }
  const layer = largest(network, id => shapes.layers.get(id)?.bytes.activations);
  report({
    layer,
    ...sizeField(layer),
    message: `${takes} "${layer.id}" has the most of the values: make it or its input smaller.`,
  });
}

function largest(network: Network, share: (id: string) => number | undefined): LayerNode {
  const shareOf = ({ id }: LayerNode) => share(id) ?? 0;
  return network.layers.reduce((most, other) => (shareOf(other) > shareOf(most) ? other : most));
}

/** The field that says how large a layer is. */
function sizeField({ raw }: LayerNode): { readonly field?: string } {
  const field = ['units', 'filters'].find(name => raw[name] !== undefined);
  return field === undefined ? {} : { field };
}
