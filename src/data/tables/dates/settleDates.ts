import { DataError } from '../../dataError';
import { quoted } from '../../sentence';
import { askedRole, type ColumnRole, type ColumnRoles, notationOf } from '../columnRole';
import type { ColumnScan } from '../columnScan';
import type { DateOrder } from '../numbers/notation';

/** The file, for sentences, and the orders that it declares, by column. */
interface Source {
  readonly file: string;
  readonly declared?: ReadonlyMap<string, DateOrder>;
}

/**
 * Works out which columns of the input are dates and in which order their days and months stand; adds that to `choices`.
 * Where the days and months could be either, the column stays one of texts, unless it is asked to be dates: then it is a
 * fault.
 */
export function settleDates(
  columns: readonly ColumnScan[],
  roles: ColumnRoles,
  source: Source,
  choices: string[],
): void {
  for (const column of columns) {
    const role = askedRole(roles, column.name);
    const order = role === undefined ? orderOf(column, source) : askedOrder(column, role, source);
    if (!order) continue;
    column.settle({ date: order });
    const example = column.example(column.notation)!;
    const days = Math.round(column.numberOf(example.cell) * 100) / 100;
    choices.push(`${column.name} holds dates: ${example.cell.trim()} is ${days}, the days since 1970-01-01.`);
  }
}

/** The order that all cells agree in: the one that is declared, if they do. A month with a name fits every order. */
function orderOf({ name, dateOrders }: ColumnScan, { declared }: Source): DateOrder | undefined {
  const order = declared?.get(name);
  if (order && dateOrders.includes(order)) return order;
  return dateOrders.includes('year-first') || dateOrders.length === 1 ? dateOrders[0] : undefined;
}

function askedOrder(column: ColumnScan, role: ColumnRole, source: Source): DateOrder | undefined {
  const asked = notationOf(role);
  const wanted = asked && 'date' in asked ? asked.date : undefined;
  if (!wanted && role !== 'date') return undefined;
  const { name, dateOrders } = column;
  const order = wanted ? dateOrders.find(each => each === wanted) : orderOf(column, source);
  if (order) return order;
  if (dateOrders.length > 0 && !wanted) throw doubtful(column, source.file);
  const other = column.firstUndated;
  throw new DataError(
    other
      ? `${other.place}: ${quoted(other.cell)} in column ${name} isn't a date, so it can't be read as one.`
      : `The dates of column ${name} don't have the ${role === 'month-first' ? 'month' : 'day'} first.`,
    { code: 'bad-cell', field: `data.columns.${name}`, suggestions: ['one-hot', 'ordinal', 'ignore'] },
  );
}

function doubtful({ name }: ColumnScan, file: string): DataError {
  return new DataError(`The dates of column ${name} of ${file} may have the day or the month first.`, {
    code: 'doubtful-numbers',
    field: `data.columns.${name}`,
    suggestions: ['day-first', 'month-first'],
  });
}
