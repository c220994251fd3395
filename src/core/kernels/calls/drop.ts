import type { CallDefinition } from '../call';

import type { Batch, Draws } from '../operands';
import { drawn, thresholdOf } from '../philox';
import { float, moving } from '../slots';

/**
 * A += X without what is dropped, the rest times 1/(1 − rate): of the values `every` apart (those of one channel; all are
 * their own where `every` is n) all or none. Which is drawn anew for each example, layer and iteration, and the same in
 * backward, where X is dA and A is dX (Srivastava et al., 2014, scaled while it learns).
 */
export const drop: CallDefinition<
  [draws: Draws, rate: number, every: number, X: Batch, A: Batch, add: boolean]
> = {
  name: 'drop',
  run({ key, at, start }, rate, every, X, A, add) {
    const keep = 1 / (1 - rate);
    const threshold = thresholdOf(rate);
    for (let i = 0; i < X.m; i++) {
      for (let j = 0; j < X.n; j++) {
        const channel = j % every;
        const bits = drawn(key[0]!, key[1]!, channel >> 2, start[0]! + i, at[1]!)[channel & 3]!;
        const k = i * X.n + j;
        const value = bits >= threshold ? X.data[k]! * keep : 0;
        A.data[k] = (add ? A.data[k]! : 0) + value;
      }
    }
  },
  slots: ({ key, at, start }, rate, every, X, A, add) => [
    X.n,
    every,
    key.byteOffset,
    at.byteOffset,
    start.byteOffset,
    thresholdOf(rate) | 0,
    float(1 / (1 - rate)),
    moving(X),
    moving(A),
    Number(add),
  ],
  adds: (_draws, _rate, _every, _X, A) => [A],
  work: (_draws, _rate, _every, X) => 12 * X.n,
  fits: (_draws, _rate, every, X, A) => [
    [X.n, A.n],
    [X.m, A.m],
    [X.n % every, 0],
  ],
  cases: make =>
    (
      [
        [0.5, 1, 1, 1],
        [0.2, 13, 13, 5],
        [0.9, 24, 6, 3],
        [0, 8, 8, 2],
      ] as const
    ).map(([rate, n, every, m], i) => {
      const at = make.sums(3);
      at[1] = 1000 + i;
      const draws = { key: make.place(Int32Array.of(5, i)), at, start: make.place(Int32Array.of(i * 7)) };
      return [draws, rate, every, make.batch(n, m), make.batch(n, m), i % 2 === 0];
    }),
};
