import { scoresByClass } from './classScores';
import type { Confusion } from './confusion';

/**
 * The mean of a score over the classes that have examples or are predicted, each weighing the same. One without a value
 * counts 0, as in scikit-learn's `average='macro'`: a class that is never predicted has no precision, and isn't found.
 */
export function macro(score: 'precision' | 'recall' | 'f1', confusion: Confusion): number | null {
  const there = scoresByClass(confusion).filter(({ f1 }) => f1 !== null);
  if (there.length === 0) return null;
  return there.reduce((sum, each) => sum + (each[score] ?? 0), 0) / there.length;
}
