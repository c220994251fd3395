import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';

/** A⟨t⟩ = X⟨t⟩ + P⟨t⟩ where X (k·n, 1) and A hold the k steps from `at` on, and P (T, n) a row for each step that there may be. */
export const addStep: CallDefinition<[X: Batch, P: Matrix, at: Int32Array, A: Batch]> = {
  name: 'addStep',
  run(X, P, at, A) {
    const from = at[0]! * P.columns;
    for (let j = 0; j < A.n; j++) A.data[j] = X.data[j]! + P.data[from + j]!;
  },
  fits: (X, P, _at, A) => [
    [X.n, A.n],
    [X.n % P.columns, 0],
    [X.m, A.m, 1],
  ],
  cases: make => [[make.batch(6, 1), make.matrix(5, 3), make.place(Int32Array.of(2)), make.batch(6, 1)]],
};
