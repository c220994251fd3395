import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** Which class the labels of an example say: the largest, or 0 or 1 where there is one. */
export function labelOf({ n, data }: Batch, example: number): number {
  const at = example * n;
  if (n === 1) return data[at]! > 0.5 ? 1 : 0;
  let most = 0;
  for (let j = 1; j < n; j++) if (data[at + j]! > data[at + most]!) most = j;
  return most;
}

/** D = w·D for each example, with the weight of the class that Y says. */
export const weighExamples: CallDefinition<[weights: Float64Array, Y: Batch, D: Batch]> = {
  name: 'weighExamples',
  run(weights, Y, D) {
    for (let i = 0; i < D.m; i++) {
      const weight = weights[labelOf(Y, i)]!;
      for (let j = i * D.n; j < (i + 1) * D.n; j++) D.data[j]! *= weight;
    }
  },
  slots: (weights, Y, D) => [weights.byteOffset, Y.n, moving(Y), D.n, moving(D)],
  exact: () => true,
  fits: (weights, Y, D) => [
    [Y.m, D.m],
    [weights.length, Math.max(2, Y.n)],
  ],
  cases: make =>
    [1, 7].map(n => [
      make.place(Float64Array.from({ length: Math.max(2, n) }, (_, k) => 1 / (k + 1))),
      make.shares(n, 5),
      make.batch(n, 5),
    ]),
};
