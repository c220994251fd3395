import type { CallDefinition } from '../call';
import { layerSizes } from '../layerSizes';
import type { Batch } from '../operands';
import { moving } from '../slots';

/**
 * The inner products XᵀX of all pairs of examples, (m, m), their sums kept in float64 until they are whole. What of them
 * the precision can't hold goes into `rest`. `sums` is room for m·m numbers.
 */
export const innerProducts: CallDefinition<[X: Batch, products: Batch, rest: Batch, sums: Float64Array]> = {
  name: 'innerProducts',
  run({ n, m, data }, products, rest, sums) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += data[i * n + k]! * data[j * n + k]!;
        sums[i * m + j] = sum;
      }
    }
    products.data.set(sums.subarray(0, m * m));
    for (let k = 0; k < m * m; k++) rest.data[k] = sums[k]! - products.data[k]!;
  },
  slots: (X, products, rest, sums) => [X.n, moving(X), moving(products), moving(rest), sums.byteOffset],
  work: X => 2 * X.n * X.m,
  fits: (X, products, rest, sums) => [
    [X.m, products.n, products.m, rest.n, rest.m],
    [X.m * X.m, sums.length],
  ],
  // the rest is what rounding left over, and so depends on the order of the sums
  spoils: (_X, _products, rest, sums) => [rest, sums],
  cases: make =>
    layerSizes.map(([m, nIn]) => [make.batch(nIn, m), make.batch(m, m), make.batch(m, m), make.sums(m * m)]),
};
