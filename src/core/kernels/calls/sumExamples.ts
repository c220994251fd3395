import type { CallDefinition } from '../call';
import { layerSizes } from '../layerSizes';
import { type Batch, type Matrix, sizeOf } from '../operands';
import { at, moving } from '../slots';
import { clear } from './clear';

/** db += Σ dZ over the examples. */
export const sumExamples: CallDefinition<[dZ: Batch, db: Matrix, add: boolean]> = {
  name: 'sumExamples',
  run(dZ, db, add) {
    if (!add) clear.run(db);
    for (let i = 0; i < dZ.m; i++) {
      for (let j = 0; j < dZ.n; j++) db.data[j]! += dZ.data[i * dZ.n + j]!;
    }
  },
  slots: (dZ, db, add) => [moving(dZ), dZ.n, at(db), Number(add)],
  adds: (_dZ, db) => [db],
  exact: () => true,
  fits: (dZ, db) => [[dZ.n, sizeOf(db)]],
  cases: make =>
    layerSizes.flatMap(([m, , nOut]) =>
      [true, false].map(
        (add): Parameters<typeof sumExamples.run> => [make.batch(nOut, m), make.matrix(nOut, 1), add],
      ),
    ),
};
