import type { CallDefinition } from '../call';
import { normalSizes } from '../normalSizes';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';

/** The mean and the variance, (1, n) each, of each of n values over the examples: μ = Σ x / m, σ² = Σ (x − μ)² / m. */
export const moments: CallDefinition<[X: Batch, mean: Matrix, variance: Matrix]> = {
  name: 'moments',
  run({ n, m, data }, mean, variance) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += data[i * n + j]!;
      const center = sum / m;
      let squares = 0;
      for (let i = 0; i < m; i++) squares += (data[i * n + j]! - center) ** 2;
      mean.data[j] = center;
      variance.data[j] = squares / m;
    }
  },
  slots: (X, mean, variance) => [X.n, moving(X), at(mean), at(variance)],
  work: X => 5 * X.n,
  fits: (X, mean, variance) => [[X.n, mean.columns, variance.columns]],
  cases: make => normalSizes.map(([n, m]) => [make.batch(n, m, 3), make.matrix(1, n), make.matrix(1, n)]),
};
