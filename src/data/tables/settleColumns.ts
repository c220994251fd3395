import type { OpenTable } from '../readers';
import type { ColumnRoles } from './columnRole';
import { settleDates } from './dates/settleDates';
import { settleNotations } from './numbers/settleNotations';
import type { TableScan } from './scanTable';

/**
 * Works out of all cells of each column what it holds: how its numbers are written, whether it is one of dates, and what is
 * a gap in it. Says what had to be worked out, a sentence each.
 */
export function settleColumns(
  { columns }: TableScan,
  targets: readonly string[],
  roles: ColumnRoles,
  {
    name: file,
    delimiter,
    canonical,
    dateOrders,
  }: Pick<OpenTable, 'name' | 'delimiter' | 'canonical' | 'dateOrders'>,
): string[] {
  const choices: string[] = [];
  settleNotations(columns, roles, { file, delimiter, canonical }, choices);
  const inputs = columns.filter(({ name }) => !targets.includes(name));
  settleDates(inputs, roles, { file, declared: dateOrders }, choices);
  for (const column of columns) {
    column.uniteTruth();
    if (!column.isNumeric && column.keepLetters())
      choices.push(`NA in ${column.name} is taken for a value, as the others have two letters too.`);
  }
  return choices;
}
