import { truthOf } from './truthOf';

/**
 * Finds a cell among the values of a training: as it stands, or, where all those values are truth, as TRUE, True or true,
 * since each format writes it in its own way.
 */
export function valueIndex(values: readonly string[]): (cell: string) => number | undefined {
  const index = new Map(values.map((value, i) => [value, i]));
  const present = values.filter(value => value !== '');
  const truths = new Map(present.map(value => [truthOf(value), index.get(value)!]));
  // runs from before truth was one value may have two of a kind
  const isTruth = present.length > 0 && !truths.has(undefined) && truths.size === present.length;
  return cell => {
    const text = cell.trim();
    const found = index.get(text);
    return found === undefined && isTruth ? truths.get(truthOf(text)) : found;
  };
}
