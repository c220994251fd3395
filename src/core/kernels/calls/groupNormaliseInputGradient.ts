import type { CallDefinition } from '../call';
import { groupCases } from '../groupCases';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';

/**
 * dX += 1/√(σ² + ε)·(γ·dA − mean(γ·dA) − x̂·mean(γ·dA·x̂)), the means over the group of channels of the example (Ba, Kiros and
 * Hinton, 2016; Wu and He, 2018).
 */
export const groupNormaliseInputGradient: CallDefinition<
  [dA: Batch, X: Batch, groups: number, gamma: Matrix, moments: Batch, dX: Batch, add: boolean]
> = {
  name: 'groupNormaliseInputGradient',
  run(dA, X, groups, gamma, moments, dX, add) {
    const channels = gamma.data.length;
    const each = channels / groups;
    const count = X.n / groups;
    for (let i = 0; i < X.m; i++) {
      for (let g = 0; g < groups; g++) {
        const mean = moments.data[i * moments.n + g]!;
        const scale = moments.data[i * moments.n + groups + g]!;
        const first = i * X.n + g * each;
        const end = (i + 1) * X.n;
        let [sum, product] = [0, 0];
        for (let k = first; k < end; k += channels) {
          for (let c = 0; c < each; c++) {
            const d = dA.data[k + c]! * gamma.data[g * each + c]!;
            sum += d;
            product += d * (X.data[k + c]! - mean) * scale;
          }
        }
        for (let k = first; k < end; k += channels) {
          for (let c = 0; c < each; c++) {
            const d = dA.data[k + c]! * gamma.data[g * each + c]!;
            const x = (X.data[k + c]! - mean) * scale;
            const gradient = scale * (d - sum / count - (x * product) / count);
            dX.data[k + c] = (add ? dX.data[k + c]! : 0) + gradient;
          }
        }
      }
    }
  },
  slots: (dA, X, groups, gamma, moments, dX, add) => [
    X.n,
    gamma.data.length,
    groups,
    moving(dA),
    moving(X),
    at(gamma),
    moving(moments),
    moving(dX),
    Number(add),
  ],
  adds: (_dA, _X, _groups, _gamma, _moments, dX) => [dX],
  work: X => 12 * X.n,
  fits: (dA, X, groups, _gamma, moments, dX) => [
    [X.n, dA.n, dX.n],
    [moments.n, 2 * groups],
    [X.m, dA.m, moments.m, dX.m],
  ],
  cases: make =>
    groupCases.map(({ channels, groups, places, m }, i) => [
      make.batch(channels * places, m),
      make.batch(channels * places, m),
      groups,
      make.matrix(1, channels),
      make.batch(2 * groups, m),
      make.batch(channels * places, m),
      i % 2 === 0,
    ]),
};
