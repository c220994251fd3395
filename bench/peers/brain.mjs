// brain.js updates after each example, by the squared error, with one activation for all layers: not the same work, so its
// row says so. An iteration takes all examples once, as elsewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from './protocol/job.mjs';

serve(async () => {
  const { default: brain } = await import('brain.js');
  const file = createRequire(import.meta.url).resolve('brain.js/package.json');
  return {
    name: 'brain.js',
    version: JSON.parse(readFileSync(file, 'utf8')).version,
    precisions: ['float32'],
    note: 'other work: one update an example, squared error, sigmoid throughout',
    unable({ layers, optimizer: { learningRate } }) {
      if (!layers) return 'it has dense layers alone';
      return learningRate < 1 ? undefined : `it refuses a learning rate of ${learningRate}`;
    },
    build: job => network(brain, job),
  };
});

function network({ NeuralNetwork }, job) {
  const { type, learningRate } = job.optimizer;
  const net = new NeuralNetwork({ activation: 'sigmoid' });
  net.sizes = [job.width, ...job.layers.map(({ units }) => units)];
  net.updateTrainingOptions({ learningRate, ...(type === 'adam' ? { praxis: 'adam' } : {}) });
  // which it would refuse as an option
  net.trainOpts.momentum = 0;
  net.initialize();
  for (const [i, { W, b }] of job.parameters.entries()) {
    const width = W.shape[1];
    net.weights[i + 1] = Array.from({ length: W.shape[0] }, (_, unit) =>
      Float32Array.from(W.data.subarray(unit * width, (unit + 1) * width)),
    );
    net.biases[i + 1] = Float32Array.from(b.data);
  }
  const patterns = Array.from({ length: job.m }, (_, i) => ({
    input: job.X.subarray(i * job.width, (i + 1) * job.width),
    output: target(job, i),
  }));
  return {
    run(steps) {
      for (const batch of job.batches(steps)) {
        if (batch) for (const i of batch) net.trainPattern(patterns[i]);
        else for (const pattern of patterns) net.trainPattern(pattern);
      }
    },
    // its cost is another one, which can't be compared
    cost: () => null,
  };
}

function target(job, i) {
  const units = job.layers.at(-1).units;
  if (units === 1) return Float32Array.of(job.labels[i]);
  const row = new Float32Array(units);
  row[job.labels[i]] = 1;
  return row;
}
