// ConvNetJS, whose trainer takes one example at a time and updates after each batch. Its pictures lie as ours do, (H, W, C).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { adam } from './protocol/adam.mjs';
import { serve } from './protocol/job.mjs';
import { lacking, pair, plainPool } from './protocol/lacking.mjs';

const any = () => true;
const square = size => pair(size)[0] === pair(size)[1];
const able = {
  flatten: any,
  dense: any,
  conv2d: ({ kernelSize, stride, padding, dilation, groups }) =>
    square(kernelSize) &&
    square(stride) &&
    (padding === 'valid' || (padding === 'same' && pair(kernelSize)[0] % 2 === 1 && pair(stride)[0] === 1)) &&
    dilation === 1 &&
    groups === 1,
  'max-pool2d': layer => plainPool(layer) && square(layer.poolSize),
};

serve(async () => {
  const { default: convnet } = await import('convnetjs');
  const file = createRequire(import.meta.url).resolve('convnetjs/package.json');
  return {
    name: 'ConvNetJS',
    version: JSON.parse(readFileSync(file, 'utf8')).version,
    precisions: ['float64'],
    unable: ({ graph }) => lacking(graph, able),
    build: job => network(convnet, job),
  };
});

function network(convnet, job) {
  const net = new convnet.Net();
  const output = job.graph.at(-1);
  const binary = output.units === 1;
  const pictures = job.graph.some(({ type }) => type.endsWith('2d'));
  const [height, width, channels] = pictures ? job.picture : [1, 1, job.width];
  net.makeLayers([
    { type: 'input', out_sx: width, out_sy: height, out_depth: channels },
    ...job.graph.slice(0, -1).flatMap(definitionOf),
    binary ? { type: 'regression', num_neurons: 1 } : { type: 'softmax', num_classes: output.units },
  ]);
  if (binary) net.layers[net.layers.length - 1] = crossEntropy(convnet);
  const weighted = net.layers.filter(({ layer_type }) => layer_type === 'fc' || layer_type === 'conv');
  const layers = job.graph.filter(({ type }) => type === 'dense' || type === 'conv2d');
  for (const [i, { filters, biases }] of weighted.entries()) {
    setFilters(filters, job.parameter(layers[i], 'W'));
    biases.w.set(job.parameter(layers[i], 'b')?.data ?? []);
  }
  const { type, learningRate } = job.optimizer;
  const trainer = new convnet.Trainer(net, { method: 'sgd', learning_rate: learningRate, momentum: 0 });
  const update = type === 'adam' && adam(net.getParamsAndGrads(), learningRate);
  const volumes = Array.from({ length: job.m }, (_, i) => {
    const volume = new convnet.Vol(width, height, channels, 0);
    volume.w.set(job.X.subarray(i * job.width, (i + 1) * job.width));
    return volume;
  });
  const all = Uint32Array.from({ length: job.m }, (_, i) => i);
  return {
    run(steps) {
      for (const batch of job.batches(steps)) {
        const examples = batch ?? all;
        // where the update isn't its own, its trainer gets no full batch, and only sums
        trainer.batch_size = update ? Infinity : examples.length;
        trainer.k = 0;
        for (const i of examples) trainer.train(volumes[i], job.labels[i]);
        if (update) update(examples.length);
      }
    },
    cost() {
      let sum = 0;
      for (let i = 0; i < job.costExamples; i++) {
        net.forward(volumes[i]);
        sum += net.backward(job.labels[i]);
      }
      return sum / job.costExamples;
    },
  };
}

function definitionOf({ type, units, filters, kernelSize, stride, padding, poolSize, activation }) {
  const [size] = pair(kernelSize ?? poolSize ?? 1);
  const activated = activation === 'linear' ? {} : { activation };
  if (type === 'dense') return [{ type: 'fc', num_neurons: units, ...activated }];
  if (type === 'max-pool2d') return [{ type: 'pool', sx: size, stride: size }];
  if (type !== 'conv2d') return [];
  const pad = padding === 'same' ? (size - 1) / 2 : 0;
  return [{ type: 'conv', sx: size, filters, stride: pair(stride)[0], pad, ...activated }];
}

/** Each unit's weights are a volume of their own: of W (n, n_prev) a row, of W (f, f, n_C_prev, n_C) what has its last index. */
function setFilters(filters, { shape, data }) {
  const n = filters.length;
  const count = data.length / n;
  const at = shape.length === 4 ? (unit, i) => i * n + unit : (unit, i) => unit * count + i;
  for (const [unit, { w }] of filters.entries()) for (let i = 0; i < count; i++) w[i] = data[at(unit, i)];
}

/** The loss that the library lacks: σ of the one input, and the binary cross-entropy. */
function crossEntropy(convnet) {
  return {
    layer_type: 'cross-entropy',
    out_sx: 1,
    out_sy: 1,
    out_depth: 1,
    forward(Z) {
      this.in_act = Z;
      this.out_act = new convnet.Vol(1, 1, 1, 1 / (1 + Math.exp(-Z.w[0])));
      return this.out_act;
    },
    backward(y) {
      const a = this.out_act.w[0];
      this.in_act.dw[0] = a - y;
      return -Math.log(y === 1 ? a : 1 - a);
    },
    getParamsAndGrads: () => [],
  };
}
