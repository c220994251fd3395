import type { CallDefinition } from '../call';
import { normalSizes } from '../normalSizes';
import type { Batch, Matrix } from '../operands';
import { at, float, moving } from '../slots';

/**
 * dX += γ/√(σ² + ε)·(dA − (Σ dA)/m − x̂·(Σ dA·x̂)/m), where μ and σ² are those of the batch (Ioffe and Szegedy, 2015). `sums`
 * is what `normaliseGradient` leaves.
 */
export const normaliseInputGradient: CallDefinition<
  [
    dA: Batch,
    X: Batch,
    mean: Matrix,
    variance: Matrix,
    epsilon: number,
    gamma: Matrix,
    sums: Matrix,
    dX: Batch,
    add: boolean,
  ]
> = {
  name: 'normaliseInputGradient',
  run(dA, { n, m, data }, mean, variance, epsilon, gamma, sums, dX, add) {
    for (let j = 0; j < n; j++) {
      const scale = 1 / Math.sqrt(variance.data[j]! + epsilon);
      const [sum, product] = [sums.data[j]! / m, sums.data[n + j]! / m];
      for (let k = j; k < n * m; k += n) {
        const x = (data[k]! - mean.data[j]!) * scale;
        const gradient = gamma.data[j]! * scale * (dA.data[k]! - sum - x * product);
        dX.data[k] = (add ? dX.data[k]! : 0) + gradient;
      }
    }
  },
  slots: (dA, X, mean, variance, epsilon, gamma, sums, dX, add) => [
    X.n,
    moving(dA),
    moving(X),
    at(mean),
    at(variance),
    float(epsilon),
    at(gamma),
    at(sums),
    moving(dX),
    Number(add),
  ],
  adds: (_dA, _X, _mean, _variance, _epsilon, _gamma, _sums, dX) => [dX],
  work: X => 8 * X.n,
  fits: (dA, X, mean, variance, _epsilon, gamma, sums, dX) => [
    [X.n, dA.n, dX.n, mean.data.length, variance.data.length, gamma.data.length, sums.columns],
    [X.m, dA.m, dX.m],
  ],
  cases: make =>
    normalSizes.map(([n, m], i) => {
      const variance = make.matrix(1, n);
      variance.data.forEach((value, j) => {
        variance.data[j] = value ** 2;
      });
      return [
        make.batch(n, m),
        make.batch(n, m),
        make.matrix(1, n),
        variance,
        1e-2,
        make.matrix(1, n),
        make.matrix(2, n),
        make.batch(n, m),
        i % 2 === 0,
      ];
    }),
};
