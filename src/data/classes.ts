import type { Numbers } from './arrays/numericArray';

/** Classes that labels may have at most; with more they are numbers to predict. */
const wholeTypeLimit = 1000;
const otherTypeLimit = 20;

/**
 * The classes that labels stand for, in their order, where they are few whole numbers that come again; undefined where
 * they are numbers to predict. Labels that begin at 0 have a class for every number up to the largest. `isWholeType`
 * says that the file holds them as whole numbers, which makes classes likelier.
 */
export function classesOf(labels: Numbers, isWholeType: boolean): number[] | undefined {
  const limit = isWholeType ? wholeTypeLimit : otherTypeLimit;
  const found = new Set<number>();
  let previous = Number.NaN;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === previous) continue;
    previous = label;
    if (!Number.isInteger(label)) return undefined;
    found.add(label);
    if (found.size > limit) return undefined;
  }
  const comesAgain = isWholeType ? found.size < labels.length : found.size * 2 <= labels.length;
  if (found.size === 0 || (found.size > 2 && !comesAgain)) return undefined;
  const sorted = [...found].sort((a, b) => a - b);
  const largest = sorted.at(-1)!;
  // 0 … 9 with a digit that doesn't come is ten classes all the same
  if (sorted[0] === 0 && largest < Math.max(2, 2 * sorted.length)) {
    return Array.from({ length: Math.max(2, largest + 1) }, (_, i) => i);
  }
  return sorted;
}
