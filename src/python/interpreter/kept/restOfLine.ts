/** What stands behind a place in its line: a comment there may tell of a shape, and is in no statement. */
export function restOfLine(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? undefined : end);
}
