import type { DateOrder } from '../tables/numbers/notation';

const orders: Readonly<Record<string, DateOrder>> = { y: 'year-first', M: 'month-first', d: 'day-first' };

/** In which order the dates of a format of Java stand, `dd/MM/yyyy`; undefined where it doesn't say. */
export function orderOfFormat(format: string): DateOrder | undefined {
  // what stands between single quotes is text
  const fields = format.split("'").filter((_, i) => i % 2 === 0);
  const [first] = /[yMd]/.exec(fields.join('')) ?? [];
  return first === undefined ? undefined : orders[first];
}
