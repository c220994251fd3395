/** Stands around a number that is another in each check. */
export const idMark = '\u0001';

let given = 0;

/** A number that nothing had before. */
export function freshNumber(): number {
  given++;
  return given;
}

/** An id that no size had before. */
export function freshId(name: string): string {
  return `${name}${idMark}${freshNumber()}${idMark}`;
}
