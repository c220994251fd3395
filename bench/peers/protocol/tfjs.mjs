// TensorFlow.js on one of its backends: variables, operations and an optimizer. `@tensorflow/tfjs` is needed whole, because
// its core alone registers no gradients.
import { serve } from './job.mjs';

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
      async build(job) {
        await tf.setBackend(backend);
        await tf.ready();
        return network(tf, job);
      },
    };
  });
}

function network(tf, job) {
  const binary = job.layers.at(-1).activation === 'sigmoid';
  const classes = job.layers.at(-1).units;
  const X = tf.tensor2d(job.X, [job.m, job.width]);
  const Y = binary
    ? tf.tensor2d(Float32Array.from(job.labels), [job.m, 1])
    : tf.tidy(() =>
        tf.cast(tf.oneHot(tf.tensor1d(Int32Array.from(job.labels), 'int32'), classes), 'float32'),
      );
  const variables = job.parameters.map(({ W, b }) => ({
    // (n_prev, n), as examples are rows
    W: tf.variable(tf.tidy(() => tf.transpose(tf.tensor2d(Float32Array.from(W.data), W.shape)))),
    b: tf.variable(tf.tensor1d(Float32Array.from(b.data))),
  }));
  const hidden = { relu: tf.relu, tanh: tf.tanh, sigmoid: Z => Z, softmax: Z => Z };
  const logits = input =>
    job.layers.reduce(
      (A, { activation }, i) => hidden[activation](tf.add(tf.matMul(A, variables[i].W), variables[i].b)),
      input,
    );
  const loss = (input, labels) =>
    binary
      ? tf.losses.sigmoidCrossEntropy(labels, logits(input))
      : tf.losses.softmaxCrossEntropy(labels, logits(input));
  const { type, learningRate } = job.optimizer;
  const optimizer = type === 'adam' ? tf.train.adam(learningRate) : tf.train.sgd(learningRate);
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
      variables[0].b.dataSync();
    },
    cost: () =>
      tf.tidy(() => {
        const inputs = tf.slice(X, 0, job.costExamples);
        return loss(inputs, tf.slice(Y, 0, job.costExamples)).dataSync()[0];
      }),
  };
}
