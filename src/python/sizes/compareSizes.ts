import { atomsOf, type Dim, isNumber, keyOf, minus, termsOf } from './size';

/**
 * Whether two sizes are the same. `different` is certain for every value of the named sizes that is at least 1;
 * `different in general` is certain for nearly all values of sizes that code promises to work for.
 * Everything else is `unknown`, and stays silent.
 */
export type Comparison = 'same' | 'different' | 'different in general' | 'unknown';

export function compareSizes(a: Dim, b: Dim): Comparison {
  if (a === undefined || b === undefined) return 'unknown';
  if (isNumber(a) && isNumber(b)) return a === b ? 'same' : 'different';
  if (keyOf(a) === keyOf(b)) return 'same';
  const difference = minus(a, b);
  if (difference === undefined) return 'unknown';
  if (atomsOf(difference).some(({ mayBeZero }) => mayBeZero)) return 'unknown';
  const terms = termsOf(difference);
  // n + 1, or n·m + 2·n: of one sign, so never 0. But n - 1 is 0 where n is 1.
  const sign = Math.sign(terms[0]!.times);
  if (terms.every(({ times }) => Math.sign(times) === sign)) return 'different';
  const atoms = atomsOf(difference);
  // two documents may mean the same by one name
  const ids = new Map(atoms.map(({ id, name }) => [id, name]));
  if (new Set(ids.values()).size < ids.size) return 'unknown';
  return atoms.every(({ general }) => general) ? 'different in general' : 'unknown';
}

/** The more certain of two that both tell of a difference. */
export function isDifferent(comparison: Comparison): comparison is 'different' | 'different in general' {
  return comparison === 'different' || comparison === 'different in general';
}
