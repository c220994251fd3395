// jax-js on its WebAssembly backend: a jitted step with its gradients; Adam by hand, since its optax isn't on npm. With more
// than one thread it gets the Worker of browsers, which Node lacks and without which it has one. In its functions an argument
// is used up: `.ref` is one more use.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { jaxLayers } from './protocol/jaxLayers.mjs';
import { serve } from './protocol/job.mjs';
import { lacking, pair, plainPool } from './protocol/lacking.mjs';
import { installWebWorker } from './protocol/webWorker.mjs';

const any = () => true;
const able = {
  flatten: any,
  dense: any,
  conv2d: ({ stride, padding }) => typeof padding === 'string' && String(pair(stride)) === '1,1',
  'max-pool2d': plainPool,
  'average-pool2d': plainPool,
};
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

serve(async () => {
  const threads = Number(process.env.OMP_NUM_THREADS ?? 1);
  if (threads > 1) installWebWorker(threads);
  const jax = await import('@jax-js/jax');
  const file = path.resolve(createRequire(import.meta.url).resolve('@jax-js/jax'), '../../package.json');
  return {
    name: 'jax-js',
    version: JSON.parse(readFileSync(file, 'utf8')).version,
    precisions: ['float32'],
    threads: [threads, 1],
    unable: ({ graph }) => lacking(graph, able),
    async build(job) {
      await jax.init('wasm');
      jax.defaultDevice('wasm');
      return network(jax, job);
    },
  };
});

function network(jax, job) {
  const { numpy: np, nn } = jax;
  const output = job.graph.at(-1);
  const binary = output.activation === 'sigmoid';
  const { forward, parameters: initial } = jaxLayers(jax, job);
  const loss = (parameters, X, Y) => {
    const Z = forward(parameters, X);
    if (!binary) return np.mean(np.sum(nn.logSoftmax(Z, -1).mul(Y), -1)).mul(-1);
    // log(1 + e^z) − y z
    return np.mean(nn.softplus(Z.ref).sub(Z.mul(Y)));
  };
  const gradients = jax.valueAndGrad(loss);
  const { type, learningRate } = job.optimizer;
  const updates = { sgd: () => sgd(learningRate), adam: () => adam(np, learningRate) };
  const update = updates[type]();
  const step = jax.jit((state, X, Y, rates) => {
    const [cost, slopes] = gradients(
      state.parameters.map(value => value.ref),
      X,
      Y,
    );
    return [cost, update(state, slopes, rates)];
  });

  const examples = indices => {
    const X = new Float32Array(indices.length * job.width);
    const Y = new Float32Array(indices.length * output.units);
    for (const [row, i] of indices.entries()) {
      X.set(job.X.subarray(i * job.width, (i + 1) * job.width), row * job.width);
      if (binary) Y[row] = job.labels[i];
      else Y[row * output.units + job.labels[i]] = 1;
    }
    return [
      np.array(X).reshape([indices.length, job.width]),
      np.array(Y).reshape([indices.length, output.units]),
    ];
  };
  const first = m => Uint32Array.from({ length: m }, (_, i) => i);
  const zeros = () => initial().map(value => value.mul(0));
  let state = { parameters: initial(), v: zeros(), s: zeros() };
  return {
    async run(steps) {
      const all = job.order ? undefined : examples(first(job.m));
      let t = 0;
      for (const batch of job.batches(steps)) {
        t++;
        const [X, Y] = batch ? examples(batch) : all.map(array => array.ref);
        const rates = np.array([1 / (1 - beta1 ** t), 1 / (1 - beta2 ** t)]);
        const [cost, next] = step(state, X, Y, rates);
        cost.dispose();
        state = next;
        await jax.blockUntilReady(state);
      }
    },
    async cost() {
      // no more at once than its memory takes
      const size = Math.min(job.costExamples, Math.max(job.batchSize, 100));
      const part = jax.jit(loss);
      let sum = 0;
      for (let from = 0; from < job.costExamples; from += size) {
        const indices = first(Math.min(from + size, job.costExamples)).subarray(from);
        const [X, Y] = examples(indices);
        const parameters = state.parameters.map(value => value.ref);
        sum += (await part(parameters, X, Y).data())[0] * indices.length;
      }
      return sum / job.costExamples;
    },
  };
}

const sgd =
  rate =>
  ({ parameters, v, s }, slopes, rates) => {
    rates.dispose();
    return { parameters: parameters.map((value, i) => value.sub(slopes[i].mul(rate))), v, s };
  };

const adam =
  (np, rate) =>
  ({ parameters, v, s }, slopes, rates) => {
    const next = { parameters: [], v: [], s: [] };
    for (const [i, value] of parameters.entries()) {
      const g = slopes[i];
      const mean = v[i].mul(beta1).add(g.ref.mul(1 - beta1));
      const square = s[i].mul(beta2).add(g.ref.mul(g).mul(1 - beta2));
      const corrected = [mean, square].map((average, j) => average.ref.mul(rates.ref.slice(j)));
      next.parameters.push(value.sub(corrected[0].mul(rate).div(np.sqrt(corrected[1]).add(epsilon))));
      next.v.push(mean);
      next.s.push(square);
    }
    rates.dispose();
    return next;
  };
