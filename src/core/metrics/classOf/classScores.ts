import type { Confusion } from './confusion';

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

/** The scores of each class. */
export function scoresByClass(confusion: Confusion): ClassScores[] {
  return confusion.map((row, k) => {
    let examples = 0;
    let predicted = 0;
    for (let j = 0; j < row.length; j++) {
      examples += row[j]!;
      predicted += confusion[j]![k]!;
    }
    const share = (of: number) => (of > 0 ? row[k]! / of : null);
    // precision and recall put into F1's formula: it has a value where one of them has none
    const f1 = share((predicted + examples) / 2);
    return { examples, precision: share(predicted), recall: share(examples), f1 };
  });
}
