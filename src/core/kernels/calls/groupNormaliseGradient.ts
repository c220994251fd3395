import type { CallDefinition } from '../call';
import { groupCases } from '../groupCases';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';

/** dβ += Σ dA and dγ += Σ dA·x̂ over places and examples, each (1, channels); `moments` as `groupNormalise` leaves it. */
export const groupNormaliseGradient: CallDefinition<
  [dA: Batch, X: Batch, groups: number, moments: Batch, dgamma: Matrix, dbeta: Matrix, add: boolean]
> = {
  name: 'groupNormaliseGradient',
  run(dA, X, groups, moments, dgamma, dbeta, add) {
    const channels = dgamma.data.length;
    const each = channels / groups;
    for (let j = 0; j < channels; j++) {
      const g = Math.floor(j / each);
      let [sum, product] = [0, 0];
      for (let i = 0; i < X.m; i++) {
        const mean = moments.data[i * moments.n + g]!;
        const scale = moments.data[i * moments.n + groups + g]!;
        for (let k = i * X.n + j; k < (i + 1) * X.n; k += channels) {
          sum += dA.data[k]!;
          product += dA.data[k]! * (X.data[k]! - mean) * scale;
        }
      }
      dbeta.data[j] = (add ? dbeta.data[j]! : 0) + sum;
      dgamma.data[j] = (add ? dgamma.data[j]! : 0) + product;
    }
  },
  slots: (dA, X, groups, moments, dgamma, dbeta, add) => [
    X.n,
    dgamma.data.length,
    groups,
    moving(dA),
    moving(X),
    moving(moments),
    at(dgamma),
    at(dbeta),
    Number(add),
  ],
  adds: (_dA, _X, _groups, _moments, dgamma, dbeta) => [dgamma, dbeta],
  work: X => 6 * X.n,
  fits: (dA, X, groups, moments, dgamma, dbeta) => [
    [X.n, dA.n],
    [dgamma.data.length, dbeta.data.length],
    [moments.n, 2 * groups],
    [X.m, dA.m, moments.m],
  ],
  cases: make =>
    groupCases.map(({ channels, groups, places, m }, i) => [
      make.batch(channels * places, m),
      make.batch(channels * places, m),
      groups,
      make.batch(2 * groups, m),
      make.matrix(1, channels),
      make.matrix(1, channels),
      i % 2 === 0,
    ]),
};
