import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { chosenPlaces, placeBytes, placesWidth } from '../poolPlaces';
import { moving } from '../slots';
import { inputSize, overPlaces, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';

/**
 * A = the largest value, for each channel, of what lies under the kernel, or NaN where there is one; the padding counts as
 * −∞. `at` is a batch of bytes: the place it came from, the first of several.
 */
export const maxPool: CallDefinition<[window: Window, X: Batch, A: Batch, at: Batch]> = {
  name: 'maxPool',
  run(w, X, A, at) {
    const { inC } = w;
    A.data.fill(-Infinity, 0, A.n * A.m);
    for (let i = 0; i < X.m; i++) {
      const [from, to] = [i * X.n, i * A.n];
      const chosen = chosenPlaces(w, at, i).fill(0);
      let seen = -1;
      overPlaces(w, (position, place, pixel) => {
        // the first that isn't padding is chosen where all are −∞
        const opens = position !== seen;
        seen = position;
        for (let c = 0; c < inC; c++) {
          const k = position * inC + c;
          const x = X.data[from + pixel * inC + c]!;
          if (!(opens || x > A.data[to + k]! || Number.isNaN(x))) continue;
          A.data[to + k] = x;
          chosen[k] = place;
        }
      });
    }
  },
  slots: (w, X, A, at) => [...windowSlots(w), moving(X), moving(A), moving(at), at.n, placeBytes(w)],
  work: (w, _X, A) => A.n * w.kH * w.kW,
  exact: () => true,
  fits: (w, X, A, at) => [
    [inputSize(w), X.n],
    [positions(w) * w.inC, A.n],
    [placesWidth(w), at.n],
    [X.m, A.m, at.m],
  ],
  cases: make =>
    windowCases.map(w => [
      w,
      make.batch(inputSize(w), 2),
      make.batch(positions(w) * w.inC, 2),
      make.bytes(placesWidth(w), 2),
    ]),
};
