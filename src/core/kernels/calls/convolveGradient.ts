import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { forEachTap, inputSize, placeCount, type Sliding, slidingSlots } from '../sliding';
import { slidingCases } from '../slidingCases';
import { at, moving } from '../slots';
import { clear } from './clear';

/** dW += the products of dZ with what the kernels cover, and db += Σ dZ, over the places and the examples. */
export const convolveGradient: CallDefinition<
  [sliding: Sliding, groups: number, dZ: Batch, X: Batch, dW: Matrix, db: Matrix | undefined, add: boolean]
> = {
  name: 'convolveGradient',
  run(sliding, groups, dZ, X, dW, db, add) {
    if (!add) clear.run(dW);
    if (db && !add) clear.run(db);
    const each = sliding.channels / groups;
    const filters = dW.rows / groups;
    for (let i = 0; i < X.m; i++) {
      const [x, z] = [i * X.n, i * dZ.n];
      if (db) for (let k = 0; k < dZ.n; k++) db.data[k % dW.rows]! += dZ.data[z + k]!;
      forEachTap(sliding, (place, tap, pixel) => {
        for (let f = 0; f < dW.rows; f++) {
          const from = x + pixel * sliding.channels + Math.floor(f / filters) * each;
          const w = f * dW.columns + tap * each;
          const dz = dZ.data[z + place * dW.rows + f]!;
          for (let c = 0; c < each; c++) dW.data[w + c]! += dz * X.data[from + c]!;
        }
      });
    }
  },
  slots: (sliding, groups, dZ, X, dW, db, add) => [
    ...slidingSlots(sliding),
    groups,
    dW.rows,
    moving(dZ),
    moving(X),
    at(dW),
    at(db),
    Number(add),
  ],
  adds: (_window, _groups, _dZ, _X, dW, db) => (db ? [dW, db] : [dW]),
  work: (sliding, _groups, _dZ, _X, dW) => 2 * placeCount(sliding) * dW.rows * dW.columns,
  fits: (sliding, groups, dZ, X, dW, db) => [
    [X.n, inputSize(sliding)],
    [dZ.n, placeCount(sliding) * dW.rows],
    [dW.columns, (sliding.kernel[0] * sliding.kernel[1] * sliding.channels) / groups],
    [dW.rows, db?.rows ?? dW.rows],
    [X.m, dZ.m],
  ],
  cases: make =>
    slidingCases.map(({ sliding, groups, filters, m }, i) => {
      const columns = (sliding.kernel[0] * sliding.kernel[1] * sliding.channels) / groups;
      return [
        sliding,
        groups,
        make.batch(placeCount(sliding) * filters, m),
        make.batch(inputSize(sliding), m),
        make.matrix(filters, columns),
        i % 2 === 0 ? make.matrix(filters, 1) : undefined,
        i % 3 !== 0,
      ];
    }),
};
