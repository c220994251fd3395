/**
 * How far the outputs (m, n) of one are from those of another: the largest difference of two values, and how many examples
 * get another class.
 */
export function difference(expected, found) {
  if (String(expected.shape) !== String(found.shape)) {
    throw new Error(`Outputs of shape ${found.shape} were predicted, not of ${expected.shape}.`);
  }
  const [m, n] = expected.shape;
  let largest = 0;
  let others = 0;
  for (let i = 0; i < m; i++) {
    const [one, other] = [expected, found].map(({ data }) => data.subarray(i * n, (i + 1) * n));
    for (let j = 0; j < n; j++) {
      const apart = Math.abs(one[j] - other[j]);
      // NaN is farther than any number
      if (!(apart <= largest)) largest = Number.isNaN(apart) ? Infinity : apart;
    }
    if (classOf(one) !== classOf(other)) others++;
  }
  return { largest, others };
}

const classOf = outputs => outputs.indexOf(Math.max(...outputs));
