import type { Tally } from '../metric';
import { type ClassScores, classScores } from './classScores';
import { predictedClass } from './predictedClass';

/** Counts how often each class is right, predicted and there, for a figure of their scores. */
export function classTally(n: number, figure: (scores: readonly ClassScores[]) => number | null): Tally {
  const classes = n === 1 ? 2 : n;
  const right = new Float64Array(classes);
  const predicted = new Float64Array(classes);
  const examples = new Float64Array(classes);
  return {
    add(A, Y, offset) {
      const said = predictedClass(A, offset, n);
      const truth = predictedClass(Y, offset, n);
      predicted[said]!++;
      examples[truth]!++;
      if (said === truth) right[said]!++;
    },
    value: () => figure(Array.from(right, (count, k) => classScores(count, predicted[k]!, examples[k]!))),
  };
}
