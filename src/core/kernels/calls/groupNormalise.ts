import type { CallDefinition } from '../call';
import { groupCases } from '../groupCases';
import type { Batch, Matrix } from '../operands';
import { at, float, moving } from '../slots';

/**
 * A = γ·(x − μ)/√(σ² + ε) + β, with μ and σ² of each group of channels of an example over all its places. X holds places of
 * `channels` values; γ and β are (1, channels). `moments` gets μ of each group, then 1/√(σ² + ε): (2·groups, m).
 */
export const groupNormalise: CallDefinition<
  [
    X: Batch,
    channels: number,
    groups: number,
    epsilon: number,
    gamma: Matrix,
    beta: Matrix,
    moments: Batch,
    A: Batch,
  ]
> = {
  name: 'groupNormalise',
  run(X, channels, groups, epsilon, gamma, beta, moments, A) {
    const each = channels / groups;
    const count = X.n / groups;
    for (let i = 0; i < X.m; i++) {
      for (let g = 0; g < groups; g++) {
        const first = i * X.n + g * each;
        const end = (i + 1) * X.n;
        let sum = 0;
        for (let k = first; k < end; k += channels) for (let c = 0; c < each; c++) sum += X.data[k + c]!;
        const mean = sum / count;
        let squares = 0;
        for (let k = first; k < end; k += channels)
          for (let c = 0; c < each; c++) squares += (X.data[k + c]! - mean) ** 2;
        const scale = 1 / Math.sqrt(squares / count + epsilon);
        moments.data[i * moments.n + g] = mean;
        moments.data[i * moments.n + groups + g] = scale;
        for (let k = first; k < end; k += channels) {
          for (let c = 0; c < each; c++) {
            const j = g * each + c;
            A.data[k + c] = (X.data[k + c]! - mean) * scale * gamma.data[j]! + beta.data[j]!;
          }
        }
      }
    }
  },
  slots: (X, channels, groups, epsilon, gamma, beta, moments, A) => [
    X.n,
    channels,
    groups,
    moving(X),
    float(epsilon),
    at(gamma),
    at(beta),
    moving(moments),
    moving(A),
  ],
  work: X => 9 * X.n,
  fits: (X, channels, groups, _epsilon, gamma, beta, moments, A) => [
    [X.n, A.n],
    [channels, gamma.data.length, beta.data.length],
    [moments.n, 2 * groups],
    [X.m, A.m, moments.m],
  ],
  cases: make =>
    groupCases.map(({ channels, groups, places, m }) => [
      make.batch(channels * places, m, 2),
      channels,
      groups,
      1e-3,
      make.matrix(1, channels),
      make.matrix(1, channels),
      make.batch(2 * groups, m),
      make.batch(channels * places, m),
    ]),
};
