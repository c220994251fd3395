// ConvNetJS, whose trainer takes one example at a time and updates after each batch.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './protocol/job.mjs';

serve(async () => {
  const { default: convnet } = await import('convnetjs');
  const file = createRequire(import.meta.url).resolve('convnetjs/package.json');
  return {
    name: 'ConvNetJS',
    version: JSON.parse(readFileSync(file, 'utf8')).version,
    precisions: ['float64'],
    unable: ({ optimizer }) => (optimizer.type === 'sgd' ? undefined : `it has no ${optimizer.type}`),
    build: job => network(convnet, job),
  };
});

function network(convnet, job) {
  const output = job.layers.at(-1);
  const net = new convnet.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: job.width },
    ...job.layers
      .slice(0, -1)
      .map(({ units, activation }) => ({ type: 'fc', num_neurons: units, activation })),
    { type: 'regression', num_neurons: output.units },
  ]);
  net.layers[net.layers.length - 1] = crossEntropy(convnet);
  const dense = net.layers.filter(layer => layer.layer_type === 'fc');
  for (const [i, layer] of dense.entries()) {
    const { W, b } = job.parameters[i];
    const width = W.shape[1];
    for (const [unit, filter] of layer.filters.entries()) {
      filter.w.set(W.data.subarray(unit * width, (unit + 1) * width));
    }
    layer.biases.w.set(b.data);
  }
  const { learningRate } = job.optimizer;
  const trainer = new convnet.Trainer(net, { method: 'sgd', learning_rate: learningRate, momentum: 0 });
  const volumes = Array.from({ length: job.m }, (_, i) => volume(convnet, job, i));
  const all = Uint32Array.from({ length: job.m }, (_, i) => i);
  return {
    run(steps) {
      for (const batch of job.batches(steps)) {
        const examples = batch ?? all;
        trainer.batch_size = examples.length;
        trainer.k = 0;
        for (const i of examples) trainer.train(volumes[i], job.labels[i]);
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

function volume(convnet, job, i) {
  const vol = new convnet.Vol(1, 1, job.width, 0);
  vol.w.set(job.X.subarray(i * job.width, (i + 1) * job.width));
  return vol;
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
