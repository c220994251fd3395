import type { DateOrder } from '../numbers/notation';
import { parseDate } from './parseDate';

/** Days since 1970-01-01, the time of day as a share of one; NaN where a cell holds no date in this order. */
export function readDate(cell: string, order: DateOrder): number {
  return parseDate(cell).find(reading => reading.order === order)?.days ?? Number.NaN;
}
