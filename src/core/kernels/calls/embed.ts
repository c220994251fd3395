import type { CallDefinition, Operands } from '../call';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';

/**
 * A = the row of E that each index names, with E (vocabulary, size), a row of X one index and a row of A `size` values. Indices are
 * checked where data are read; one that names no row gives NaN, which no cost hides.
 */
export const embed: CallDefinition<[X: Batch, E: Matrix, A: Batch]> = {
  name: 'embed',
  run(X, E, A) {
    for (let i = 0; i < X.m; i++) {
      const index = X.data[i]!;
      for (let j = 0; j < E.columns; j++) {
        A.data[i * E.columns + j] = namesRow(index, E) ? E.data[index * E.columns + j]! : Number.NaN;
      }
    }
  },
  slots: (X, E, A) => [moving(X), at(E), E.rows, E.columns, moving(A)],
  work: (_X, E) => E.columns,
  exact: () => true,
  fits: (X, E, A) => [
    [X.n, 1],
    [A.n, E.columns],
    [X.m, A.m],
  ],
  cases: make => embeddings(make).map(({ X, E, A }) => [X, E, A]),
};

/** Whether an index is one of the rows of E. */
export function namesRow(index: number, { rows }: Matrix): boolean {
  return Number.isInteger(index) && index >= 0 && index < rows;
}

/** Indices that come again and leave rows out, with sizes that are whole vectors and others. */
export function embeddings(make: Operands): { X: Batch; E: Matrix; A: Batch }[] {
  return [1, 4, 7, 16].map(size => {
    const X = make.batch(1, 9);
    X.data.set([4, 0, 2, 2, 4, 1, 2, 0, 4]);
    return { X, E: make.matrix(5, size), A: make.batch(size, 9) };
  });
}
