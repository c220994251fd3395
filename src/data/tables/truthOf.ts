/** Truth as one value, however a program writes it: `true` of `TRUE`, `True` and `true`; undefined of anything else. */
export function truthOf(cell: string): 'true' | 'false' | undefined {
  const { length } = cell;
  if (length !== 4 && length !== 5) return undefined;
  const word = cell.toLowerCase();
  return word === 'true' || word === 'false' ? word : undefined;
}
