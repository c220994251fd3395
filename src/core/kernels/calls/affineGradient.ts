import { addCombinations } from '../addCombinations';
import type { CallDefinition } from '../call';
import { layerSizes } from '../layerSizes';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { clear } from './clear';
import { sumExamples } from './sumExamples';

/** dW += dZ·Xᵀ and db += Σ dZ over the examples. */
export const affineGradient: CallDefinition<
  [dZ: Batch, X: Batch, dW: Matrix, db: Matrix | undefined, add: boolean]
> = {
  name: 'affineGradient',
  run(dZ, X, dW, db, add) {
    if (!add) clear.run(dW);
    addCombinations(dW.data, dW.rows, X.data, X.m, X.n, dZ.data, 1, dZ.n);
    if (db) sumExamples.run(dZ, db, add);
  },
  slots: (dZ, X, dW, db, add) => [moving(dZ), moving(X), at(dW), dW.rows, dW.columns, at(db), Number(add)],
  adds: (_dZ, _X, dW, db) => (db ? [dW, db] : [dW]),
  work: (_dZ, _X, dW) => 2 * dW.rows * dW.columns,
  exact: () => true,
  fits: (dZ, X, dW, db) => [
    [dW.columns, X.n],
    [dW.rows, dZ.n, db?.rows ?? dZ.n],
    [X.m, dZ.m],
  ],
  cases: make =>
    layerSizes.flatMap(([m, nIn, nOut]) =>
      [true, false].map(
        (add): Parameters<typeof affineGradient.run> => [
          make.batch(nOut, m),
          make.batch(nIn, m),
          make.matrix(nOut, nIn),
          add ? make.matrix(nOut, 1) : undefined,
          add,
        ],
      ),
    ),
};
