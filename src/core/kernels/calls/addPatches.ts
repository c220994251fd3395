import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';
import { clear } from './clear';

/** X += each value of the patches P at the pixel it was taken from: the transpose of `patches`, and so its gradient. */
export const addPatches: CallDefinition<[window: Window, P: Batch, X: Batch, add: boolean]> = {
  name: 'addPatches',
  run(w, P, X, add) {
    const { inC } = w;
    const patch = places(w) * inC;
    if (!add) clear.run(X);
    for (let i = 0; i < X.m; i++) {
      overPlaces(w, (position, place, pixel) => {
        const from = i * P.n + position * patch + place * inC;
        const to = i * X.n + pixel * inC;
        for (let c = 0; c < inC; c++) X.data[to + c]! += P.data[from + c]!;
      });
    }
  },
  slots: (w, P, X, add) => [...windowSlots(w), moving(P), moving(X), Number(add)],
  adds: (_w, _P, X) => [X],
  work: (_w, P) => P.n,
  exact: () => true,
  fits: (w, P, X) => [
    [inputSize(w), X.n],
    [positions(w) * places(w) * w.inC, P.n],
    [X.m, P.m],
  ],
  cases: make =>
    windowCases.flatMap(w =>
      [true, false].map(
        (add): Parameters<typeof addPatches.run> => [
          w,
          make.batch(positions(w) * places(w) * w.inC, 2),
          make.batch(inputSize(w), 2),
          add,
        ],
      ),
    ),
};
