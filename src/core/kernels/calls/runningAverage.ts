import type { CallDefinition } from '../call';
import type { Matrix } from '../operands';
import { at, float } from '../slots';

/** s = μ·s + (1 − μ)·x, number by number: μ is the momentum. */
export const runningAverage: CallDefinition<[momentum: number, x: Matrix, average: Matrix]> = {
  name: 'runningAverage',
  run(momentum, x, average) {
    for (let k = 0; k < x.data.length; k++)
      average.data[k] = momentum * average.data[k]! + (1 - momentum) * x.data[k]!;
  },
  slots: (momentum, x, average) => [float(momentum), x.data.length, at(x), at(average)],
  fits: (_momentum, x, average) => [[x.data.length, average.data.length]],
  cases: make => [
    [0.9, make.matrix(1, 7), make.matrix(1, 7)],
    [0, make.matrix(1, 1), make.matrix(1, 1)],
  ],
};
