import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';
import { clear } from './clear';

/** dW += Σ dZ times what lay under each place, db += Σ dZ, over positions and examples. */
export const depthwiseGradient: CallDefinition<
  [window: Window, dZ: Batch, X: Batch, dW: Matrix, db: Matrix | undefined, add: boolean]
> = {
  name: 'depthwiseGradient',
  run(w, dZ, X, dW, db, add) {
    const { inC } = w;
    if (!add) clear.run(dW);
    if (!add && db) clear.run(db);
    for (let i = 0; i < X.m; i++) {
      const [from, to] = [i * X.n, i * dZ.n];
      overPlaces(w, (position, place, pixel) => {
        for (let c = 0; c < inC; c++) {
          dW.data[place * inC + c]! += dZ.data[to + position * inC + c]! * X.data[from + pixel * inC + c]!;
        }
      });
    }
    if (db) for (let k = 0; k < dZ.n * dZ.m; k++) db.data[k % inC]! += dZ.data[k]!;
  },
  slots: (w, dZ, X, dW, db, add) => [...windowSlots(w), moving(dZ), moving(X), at(dW), at(db), Number(add)],
  adds: (_w, _dZ, _X, dW, db) => (db ? [dW, db] : [dW]),
  work: (w, dZ) => 2 * dZ.n * places(w),
  fits: (w, dZ, X, dW, db) => [
    [places(w), dW.rows],
    [w.inC, dW.columns, db?.rows ?? w.inC],
    [inputSize(w), X.n],
    [positions(w) * w.inC, dZ.n],
    [X.m, dZ.m],
  ],
  cases: make =>
    windowCases.flatMap(w =>
      [true, false].map(
        (add): Parameters<typeof depthwiseGradient.run> => [
          w,
          make.batch(positions(w) * w.inC, 2),
          make.batch(inputSize(w), 2),
          make.matrix(places(w), w.inC),
          add ? make.matrix(w.inC, 1) : undefined,
          add,
        ],
      ),
    ),
};
