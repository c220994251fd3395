import type { CallDefinition } from '../call';
import { convolutionCases } from '../convolutionCases';
import { hasRoom } from '../convolutionRoom';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { clear } from './clear';

/** dW += the products of dZ with what the kernels cover, and db += Σ dZ, over the places and the examples. */
export const convolveGradient: CallDefinition<
  [window: Window, groups: number, dZ: Batch, X: Batch, dW: Matrix, db: Matrix | undefined, add: boolean]
> = {
  name: 'convolveGradient',
  run(w, groups, dZ, X, dW, db, add) {
    if (!add) clear.run(dW);
    if (db && !add) clear.run(db);
    const each = w.inC / groups;
    const filters = dW.rows / groups;
    for (let i = 0; i < X.m; i++) {
      const [x, z] = [i * X.n, i * dZ.n];
      if (db) for (let k = 0; k < dZ.n; k++) db.data[k % dW.rows]! += dZ.data[z + k]!;
      overPlaces(w, (position, place, pixel) => {
        for (let f = 0; f < dW.rows; f++) {
          const from = x + pixel * w.inC + Math.floor(f / filters) * each;
          const k = f * dW.columns + place * each;
          const dz = dZ.data[z + position * dW.rows + f]!;
          for (let c = 0; c < each; c++) dW.data[k + c]! += dz * X.data[from + c]!;
        }
      });
    }
  },
  slots: (w, groups, dZ, X, dW, db, add) =>
    hasRoom(dW)
      ? [...windowSlots(w), groups, dW.rows, moving(dZ), moving(X), at(dW), at(db), Number(add)]
      : undefined,
  adds: (_w, _groups, _dZ, _X, dW, db) => (db ? [dW, db] : [dW]),
  work: (w, _groups, _dZ, _X, dW) => 2 * positions(w) * dW.rows * dW.columns,
  fits: (w, groups, dZ, X, dW, db) => [
    [X.n, inputSize(w)],
    [dZ.n, positions(w) * dW.rows],
    [dW.columns, (places(w) * w.inC) / groups],
    [dW.rows, db?.rows ?? dW.rows],
    [X.m, dZ.m],
  ],
  cases: make =>
    convolutionCases.map(({ window: w, groups, filters, m }, i) => {
      const columns = (places(w) * w.inC) / groups;
      return [
        w,
        groups,
        make.batch(positions(w) * filters, m),
        make.batch(inputSize(w), m),
        make.matrix(filters, columns),
        i % 2 === 0 ? make.matrix(filters, 1) : undefined,
        i % 3 !== 0,
      ];
    }),
};
