import type { ColumnEncoding } from '../preprocessing';
import { encoderOf } from '../tables/encoding';
import type { DateOrder } from '../tables/numbers/notation';

type NumberColumn = Extract<ColumnEncoding, { as: 'number' }>;

/** A value as it is typed in its column, a date as a date; undefined where none of the ways to write it is read as it. */
export function valueText(column: NumberColumn, value: number): string | undefined {
  const { notation } = column;
  if (notation && 'date' in notation) return dateText(Math.floor(value), notation.date);
  const short = Number.isSafeInteger(value) ? value : Number(value.toPrecision(4));
  const encode = encoderOf(column);
  const read = new Float64Array(1);
  return [String(short), String(short).replace('.', ',')].find(text => {
    try {
      encode(text, read, 0, '');
      return read[0] === short;
    } catch {
      return false;
    }
  });
}

/** Days since 1970-01-01 as a date that is read as that again in this order. */
function dateText(days: number, order: DateOrder): string | undefined {
  const date = new Date(days * 86_400_000);
  if (Number.isNaN(date.getTime())) return undefined;
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  if (order === 'year-first') return `${year}-${month}-${day}`;
  return order === 'day-first' ? `${day}.${month}.${year}` : `${month}/${day}/${year}`;
}
