import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';

/**
 * P = what lies under the kernel, position after position, each with its places and their channels, (i, j, c): the rows
 * that a convolution multiplies. 0 on the padding.
 */
export const patches: CallDefinition<[window: Window, X: Batch, P: Batch]> = {
  name: 'patches',
  run(w, X, P) {
    const { inC } = w;
    const patch = places(w) * inC;
    P.data.fill(0, 0, P.n * P.m);
    for (let i = 0; i < X.m; i++) {
      overPlaces(w, (position, place, pixel) => {
        const to = i * P.n + position * patch + place * inC;
        const from = i * X.n + pixel * inC;
        for (let c = 0; c < inC; c++) P.data[to + c] = X.data[from + c]!;
      });
    }
  },
  slots: (w, X, P) => [...windowSlots(w), moving(X), moving(P)],
  work: (_w, _X, P) => P.n,
  exact: () => true,
  fits: (w, X, P) => [
    [inputSize(w), X.n],
    [positions(w) * places(w) * w.inC, P.n],
    [X.m, P.m],
  ],
  cases: make =>
    windowCases.map(w => [w, make.batch(inputSize(w), 2), make.batch(positions(w) * places(w) * w.inC, 2)]),
};
