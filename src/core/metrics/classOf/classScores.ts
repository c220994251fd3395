/** How well one class is found; null where there is nothing to divide by. */
export interface ClassScores {
  /** How many examples are of it. */
  readonly examples: number;
  /** The share of the examples predicted to be of it that are; null where none is predicted to be. */
  readonly precision: number | null;
  /** The share of its examples that are predicted to be; null where it has none. */
  readonly recall: number | null;
  /** 2 · precision · recall / (precision + recall); null where it neither has examples nor is predicted. */
  readonly f1: number | null;
}

/** The scores of a class of whose `examples` so many are `right`, and which is `predicted` so often. */
export function classScores(right: number, predicted: number, examples: number): ClassScores {
  const share = (of: number) => (of > 0 ? right / of : null);
  // precision and recall put into F1's formula: it has a value where one of them has none
  const f1 = share((predicted + examples) / 2);
  return { examples, precision: share(predicted), recall: share(examples), f1 };
}

/** Those of each class, of counts [true class][predicted class]. */
export function scoresByClass(confusion: readonly (readonly number[])[]): ClassScores[] {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const predicted = confusion.map((_, k) => sum(confusion.map(row => row[k]!)));
  return confusion.map((row, k) => classScores(row[k]!, predicted[k]!, sum(row)));
}
