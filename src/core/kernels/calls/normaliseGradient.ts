import type { CallDefinition } from '../call';
import { normalSizes } from '../normalSizes';
import type { Batch, Matrix } from '../operands';
import { at, float, moving } from '../slots';

/**
 * dβ += Σ dA and dγ += Σ dA·x̂ over the examples, with x̂ = (x − μ)/√(σ² + ε). What is added stands in `sums` (2, n) too: Σ dA,
 * then Σ dA·x̂, of which the gradient of x is made.
 */
export const normaliseGradient: CallDefinition<
  [
    dA: Batch,
    X: Batch,
    mean: Matrix,
    variance: Matrix,
    epsilon: number,
    sums: Matrix,
    dgamma: Matrix,
    dbeta: Matrix,
    add: boolean,
  ]
> = {
  name: 'normaliseGradient',
  run(dA, { n, m, data }, mean, variance, epsilon, sums, dgamma, dbeta, add) {
    for (let j = 0; j < n; j++) {
      const scale = 1 / Math.sqrt(variance.data[j]! + epsilon);
      let [sum, product] = [0, 0];
      for (let k = j; k < n * m; k += n) {
        sum += dA.data[k]!;
        product += dA.data[k]! * ((data[k]! - mean.data[j]!) * scale);
      }
      sums.data[j] = sum;
      sums.data[n + j] = product;
      dbeta.data[j] = (add ? dbeta.data[j]! : 0) + sum;
      dgamma.data[j] = (add ? dgamma.data[j]! : 0) + product;
    }
  },
  slots: (dA, X, mean, variance, epsilon, sums, dgamma, dbeta, add) => [
    X.n,
    moving(dA),
    moving(X),
    at(mean),
    at(variance),
    float(epsilon),
    at(sums),
    at(dgamma),
    at(dbeta),
    Number(add),
  ],
  adds: (_dA, _X, _mean, _variance, _epsilon, _sums, dgamma, dbeta) => [dgamma, dbeta],
  work: X => 6 * X.n,
  fits: (dA, X, mean, variance, _epsilon, sums, dgamma, dbeta) => [
    [X.n, dA.n, mean.data.length, variance.data.length, sums.columns, dgamma.data.length, dbeta.data.length],
    [X.m, dA.m],
    [sums.rows, 2],
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
        make.matrix(2, n),
        make.matrix(1, n),
        make.matrix(1, n),
        i % 2 === 0,
      ];
    }),
};
