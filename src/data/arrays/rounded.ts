import type { Numbers } from './numericArray';

/** The types whose numbers may have more digits than a double keeps. */
const wide = /^u?int64$/;

export function canRound(type: string): boolean {
  return wide.test(type);
}

/** The first number of an array of whole numbers, stored as `type`, that is too large for each of them to stay itself. */
export function firstRounded(type: string, data: Numbers): number | undefined {
  if (!canRound(type)) return undefined;
  for (const value of data) if (!Number.isSafeInteger(value)) return value;
  return undefined;
}

/** What is said of them where they are amounts. */
export function sayRounded(what: string, value: number): string {
  return `${what}: whole numbers beyond 2⁵³, such as ${BigInt(value)}, have more digits than a number keeps here, so their last ones are rounded.`;
}
