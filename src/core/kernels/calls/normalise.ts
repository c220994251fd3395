import type { CallDefinition } from '../call';
import { normalSizes } from '../normalSizes';
import type { Batch, Matrix } from '../operands';
import { at, float, moving } from '../slots';

/** A = γ·(x − μ)/√(σ² + ε) + β, each (1, n), for each of n values of all examples. */
export const normalise: CallDefinition<
  [X: Batch, mean: Matrix, variance: Matrix, epsilon: number, gamma: Matrix, beta: Matrix, A: Batch]
> = {
  name: 'normalise',
  run({ n, m, data }, mean, variance, epsilon, gamma, beta, A) {
    for (let j = 0; j < n; j++) {
      const scale = gamma.data[j]! / Math.sqrt(variance.data[j]! + epsilon);
      for (let k = j; k < n * m; k += n) A.data[k] = (data[k]! - mean.data[j]!) * scale + beta.data[j]!;
    }
  },
  slots: (X, mean, variance, epsilon, gamma, beta, A) => [
    X.n,
    moving(X),
    at(mean),
    at(variance),
    float(epsilon),
    at(gamma),
    at(beta),
    moving(A),
  ],
  work: X => 4 * X.n,
  fits: (X, mean, variance, _epsilon, gamma, beta, A) => [
    [X.n, A.n, mean.data.length, variance.data.length, gamma.data.length, beta.data.length],
    [X.m, A.m],
  ],
  cases: make =>
    normalSizes.map(([n, m]) => {
      const variance = make.matrix(1, n);
      variance.data.forEach((value, j) => {
        variance.data[j] = value ** 2;
      });
      return [
        make.batch(n, m),
        make.matrix(1, n),
        variance,
        1e-3,
        make.matrix(1, n),
        make.matrix(1, n),
        make.batch(n, m),
      ];
    }),
};
