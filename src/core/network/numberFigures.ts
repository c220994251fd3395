import type { Figures, TargetFacts } from './dataReport';

/**
 * Figures of the targets as numbers, one of each value of an example: of classes that are numbers too, since a loss for
 * numbers compares them as such. Undefined where they are names, or not known.
 */
export function numberFigures(targets: TargetFacts): readonly Figures[] | undefined {
  const { figures, classes, counts, n, binary, oneHot } = targets;
  if (oneHot) return undefined;
  if (figures) return figures;
  const values = classes?.map(Number);
  if (!values?.every(Number.isFinite) || binary || n > 1 || values.length === 0) return undefined;
  const weights = counts ?? values.map(() => 1);
  const sum = (of: (value: number) => number) =>
    values.reduce((total, value, i) => total + of(value) * weights[i]!, 0) / all;
  const all = weights.reduce((total, weight) => total + weight, 0);
  const mean = sum(value => value);
  const deviation = Math.sqrt(sum(value => (value - mean) ** 2));
  return [{ min: Math.min(...values), max: Math.max(...values), mean, deviation, exact: true }];
}
