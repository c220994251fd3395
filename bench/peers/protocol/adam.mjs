const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;

/**
 * Adam for a library that lacks it: an update of all parameters by the sums of their gradients over `m` examples, which it
 * sets to 0 for the next batch.
 *
 * @param {{params: Float64Array, grads: Float64Array}[]} pairs
 * @returns {(m: number) => void}
 */
export function adam(pairs, learningRate) {
  const averages = pairs.map(({ params }) => [
    new Float64Array(params.length),
    new Float64Array(params.length),
  ]);
  let t = 0;
  return m => {
    t++;
    const [correction1, correction2] = [1 - beta1 ** t, 1 - beta2 ** t];
    for (const [i, { params, grads }] of pairs.entries()) {
      const [v, s] = averages[i];
      for (let j = 0; j < params.length; j++) {
        const g = grads[j] / m;
        v[j] = beta1 * v[j] + (1 - beta1) * g;
        s[j] = beta2 * s[j] + (1 - beta2) * g * g;
        params[j] -= (learningRate * (v[j] / correction1)) / (Math.sqrt(s[j] / correction2) + epsilon);
        grads[j] = 0;
      }
    }
  };
}
