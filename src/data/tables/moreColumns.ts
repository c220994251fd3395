import { counted, listed } from '../sentence';

/** What a table has more than that of the training had, which is passed over. */
export function moreColumns(name: string, columns: readonly string[], known: readonly string[]): string[] {
  const expected = new Set(known);
  const more = columns.filter(column => !expected.has(column));
  if (more.length === 0) return [];
  const what = `${counted(more.length, 'column')} that the training hadn't: ${listed(more)}`;
  return [`${name} has ${what}. ${more.length === 1 ? 'It is' : 'They are'} passed over.`];
}
