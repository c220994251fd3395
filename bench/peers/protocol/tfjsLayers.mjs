import { pair } from './lacking.mjs';

/**
 * The layers of a job, a chain, in TensorFlow.js, whose pictures are (m, H, W, C) as ours are: `forward` from X to the
 * logits, and the variables of the layers in their order.
 */
export function tfjsLayers(tf, job) {
  const variables = [];
  /** Of an array that is read from the job's folder; `change` lays it as the library wants it. */
  const variable = ({ shape, data }, change = tensor => tf.clone(tensor)) => {
    variables.push(tf.variable(tf.tidy(() => change(tf.tensor(Float32Array.from(data), shape)))));
    return variables.at(-1);
  };
  // the last activation belongs to the loss
  const activations = { relu: tf.relu, tanh: tf.tanh };
  const withBias = (layer, compute) => {
    const given = job.parameter(layer, 'b');
    const b = given && variable(given, tensor => tf.reshape(tensor, [-1]));
    const activate = activations[layer.activation] ?? (Z => Z);
    return A => activate(b ? tf.add(compute(A), b) : compute(A));
  };
  const makers = {
    flatten: () => A => tf.reshape(A, [A.shape[0], -1]),
    dense(layer) {
      // (n_prev, n), as examples are rows
      const W = variable(job.parameter(layer, 'W'), tensor => tf.transpose(tensor));
      return withBias(layer, A => tf.matMul(A, W));
    },
    conv2d(layer) {
      const W = variable(job.parameter(layer, 'W'));
      return withBias(layer, A => tf.conv2d(A, W, pair(layer.stride), layer.padding));
    },
    'max-pool2d': pool(tf.maxPool),
    'average-pool2d': pool(tf.avgPool),
  };
  const steps = job.graph.filter(({ type }) => type !== 'input').map(layer => makers[layer.type](layer));
  return { variables, forward: X => steps.reduce((A, step) => step(A), X) };
}

/** A pool that lies beside itself. */
const pool =
  of =>
  ({ poolSize }) =>
  A =>
    of(A, pair(poolSize), pair(poolSize), 'valid');
