// TensorFlow.js on one of its backends: variables, operations and an optimizer. `@tensorflow/tfjs` is needed whole, because
// its core alone registers no gradients.
import { serve } from './job.mjs';
import { lacking, plainPool } from './lacking.mjs';
import { tfjsLayers } from './tfjsLayers.mjs';

const any = () => true;
const able = {
  flatten: any,
  dense: any,
  conv2d: ({ dilation, groups }) => dilation === 1 && groups === 1,
  'max-pool2d': plainPool,
  'average-pool2d': plainPool,
};
/** Kernels without which a backend computes no gradients. */
const gradients = {
  conv2d: ['Conv2DBackpropInput', 'Conv2DBackpropFilter'],
  'max-pool2d': ['MaxPoolGrad'],
  'average-pool2d': ['AvgPoolGrad'],
};

/** @param loadBackend imports the backend and returns its version */
export function serveTfjs(backend, loadBackend) {
  return serve(async () => {
    const tf = await import('@tensorflow/tfjs');
    const version = await loadBackend();
    tf.env().set('PROD', true);
    return {
      name: `tfjs-${backend}`,
      version,
      precisions: ['float32'],
      unable: ({ graph }) => lacking(graph, able) ?? withoutGradients(tf, backend, graph),
      async build(job) {
        await tf.setBackend(backend);
        await tf.ready();
        return network(tf, job);
      },
    };
  });
}

function withoutGradients(tf, backend, graph) {
  const needed = graph.flatMap(({ type }) => gradients[type] ?? []);
  const absent = needed.find(name => !tf.getKernel(name, backend));
  return absent && `its ${backend} backend computes no gradients of convolutions: it has no ${absent}`;
}

function network(tf, job) {
  const output = job.graph.at(-1);
  const binary = output.activation === 'sigmoid';
  const pictures = job.graph.some(({ type }) => type.endsWith('2d'));
  const X = tf.tensor(job.X, [job.m, ...(pictures ? job.picture : [job.width])]);
  const Y = binary
    ? tf.tensor2d(Float32Array.from(job.labels), [job.m, 1])
    : tf.tidy(() =>
        tf.cast(tf.oneHot(tf.tensor1d(Int32Array.from(job.labels), 'int32'), output.units), 'float32'),
      );
  const { forward: logits, variables } = tfjsLayers(tf, job);
  const loss = (input, labels) =>
    binary
      ? tf.losses.sigmoidCrossEntropy(labels, logits(input))
      : tf.losses.softmaxCrossEntropy(labels, logits(input));
  const { type, learningRate } = job.optimizer;
  const optimizer =
    type === 'adam' ? tf.train.adam(learningRate, 0.9, 0.999, 1e-8) : tf.train.sgd(learningRate);
  return {
    run(steps) {
      for (const batch of job.batches(steps)) {
        if (!batch) {
          optimizer.minimize(() => loss(X, Y));
          continue;
        }
        tf.tidy(() => {
          const indices = tf.tensor1d(Int32Array.from(batch), 'int32');
          const inputs = tf.gather(X, indices);
          const labels = tf.gather(Y, indices);
          optimizer.minimize(() => loss(inputs, labels));
        });
      }
      // both backends work at once, so what was asked for is done; this makes sure of it
      variables[0].dataSync();
    },
    cost: () =>
      tf.tidy(() => {
        const begin = X.shape.map(() => 0);
        const inputs = tf.slice(X, begin, [job.costExamples, ...X.shape.slice(1)]);
        return loss(inputs, tf.slice(Y, 0, job.costExamples)).dataSync()[0];
      }),
  };
}
