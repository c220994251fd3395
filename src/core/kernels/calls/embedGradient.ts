import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { clear } from './clear';
import { embeddings, namesRow } from './embed';

/** dE += dA, each row to the row of dE that its index names: in the order of the examples, whoever adds. */
export const embedGradient: CallDefinition<[X: Batch, dA: Batch, dE: Matrix, add: boolean]> = {
  name: 'embedGradient',
  run(X, dA, dE, add) {
    if (!add) clear.run(dE);
    for (let i = 0; i < X.m; i++) {
      const index = X.data[i]!;
      if (!namesRow(index, dE)) continue;
      for (let j = 0; j < dE.columns; j++) {
        const to = index * dE.columns + j;
        dE.data[to] = dE.data[to]! + dA.data[i * dE.columns + j]!;
      }
    }
  },
  slots: (X, dA, dE, add) => [moving(X), moving(dA), at(dE), dE.rows, dE.columns, Number(add)],
  adds: (_X, _dA, dE) => [dE],
  work: (_X, _dA, dE) => dE.columns,
  exact: () => true,
  fits: (X, dA, dE) => [
    [X.n, 1],
    [dA.n, dE.columns],
    [X.m, dA.m],
  ],
  cases: make =>
    embeddings(make).flatMap(({ X, E, A }) =>
      [true, false].map((add): Parameters<typeof embedGradient.run> => [X, A, E, add]),
    ),
};
