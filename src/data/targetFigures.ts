import type { TargetFacts } from '../core/network/dataReport';
import type { Numbers } from './arrays/numericArray';
import { figuresOf } from './figures';

/** Values of an example whose figures are told. */
const most = 64;

/** The facts of labels that were read, with their figures, or how many examples each class has. */
export function labelFigures(facts: TargetFacts, data: Numbers): TargetFacts {
  const { n, classes, steps } = facts;
  if (classes && (n === 1 || steps !== undefined)) {
    const counts = classes.map(() => 0);
    for (let i = 0; i < data.length; i++) counts[data[i]!]!++;
    return { ...facts, counts };
  }
  if (n > most || facts.oneHot) return facts;
  const figures = Array.from({ length: n }, (_, j) => figuresOf(every(data, n, j), true));
  return figures.every(figure => figure !== undefined) ? { ...facts, figures } : facts;
}

function* every(data: Numbers, n: number, from: number): Generator<number> {
  for (let i = from; i < data.length; i += n) yield data[i]!;
}
