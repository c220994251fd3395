import type { CallDefinition } from '../call';
import type { Batch, StoredExamples, StoredNumbers } from '../operands';
import { float, moving } from '../slots';
import { storedType, storedTypes } from '../storedTypes';

/** Nine rows of three. */
const values = Array.from({ length: 27 }, (_, i) => (i * 37) % 101);

/** X = the examples `start[0]`, `start[0]` + 1 … of the order, converted and scaled. */
export const gather: CallDefinition<[stored: StoredExamples, start: Int32Array, X: Batch]> = {
  name: 'gather',
  run({ data, indices, scale, mean, deviation }, start, X) {
    for (let i = 0; i < X.m; i++) {
      const from = indices[start[0]! + i]! * X.n;
      const to = i * X.n;
      for (let j = 0; j < X.n; j++) {
        const x = data[from + j]! / scale;
        X.data[to + j] = mean ? (x - mean[j]!) / deviation![j]! : x;
      }
    }
  },
  slots: ({ data, indices, scale, mean, deviation }, start, X) => [
    storedType(data),
    data.byteOffset,
    X.n,
    indices.byteOffset,
    start.byteOffset,
    moving(X),
    float(scale),
    mean?.byteOffset ?? 0,
    deviation?.byteOffset ?? 0,
  ],
  work: (_stored, _start, X) => 4 * X.n,
  exact: () => true,
  fits: ({ mean, deviation }, _start, X) => [[X.n, mean?.length ?? X.n, deviation?.length ?? X.n]],
  cases: make =>
    storedTypes.flatMap(type => {
      const data: StoredNumbers = make.place(type.from(values));
      const order = { data, indices: make.place(Int32Array.of(8, 0, 3, 3, 7, 1, 2)), scale: 2 };
      const start = make.place(Int32Array.of(2));
      const [mean, deviation] = [make.sums(3).fill(0.5), make.sums(3).fill(1.5)];
      return [
        [{ ...order, mean: undefined, deviation: undefined }, start, make.batch(3, 5)],
        [{ ...order, mean, deviation }, start, make.batch(3, 5)],
      ];
    }),
};
