import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { inputSize, overPlaces, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';
import { clear } from './clear';

/** A = the mean, for each channel, of what lies under the kernel; the padding doesn't count. */
export const averagePool: CallDefinition<[window: Window, X: Batch, A: Batch]> = {
  name: 'averagePool',
  run(w, X, A) {
    const { inC } = w;
    const counts = countsOf(w);
    clear.run(A);
    for (let i = 0; i < X.m; i++) {
      const [from, to] = [i * X.n, i * A.n];
      overPlaces(w, (position, _place, pixel) => {
        for (let c = 0; c < inC; c++) A.data[to + position * inC + c]! += X.data[from + pixel * inC + c]!;
      });
      for (let k = 0; k < A.n; k++) A.data[to + k]! /= counts[Math.floor(k / inC)]!;
    }
  },
  slots: (w, X, A) => [...windowSlots(w), moving(X), moving(A)],
  work: (w, _X, A) => A.n * w.kH * w.kW,
  exact: () => true,
  fits: (w, X, A) => [
    [inputSize(w), X.n],
    [positions(w) * w.inC, A.n],
    [X.m, A.m],
  ],
  cases: make => windowCases.map(w => [w, make.batch(inputSize(w), 2), make.batch(positions(w) * w.inC, 2)]),
};

/** How many places of the kernel lie on the input, at each position. */
export function countsOf(w: Window): Int32Array {
  const counts = new Int32Array(positions(w));
  overPlaces(w, position => {
    counts[position]! += 1;
  });
  return counts;
}
