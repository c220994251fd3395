import { plainNumber } from './numbers/plainNumber';

const decimalComma = /^\s*[+-]?\d+,\d+([eE][+-]?\d+)?\s*$/;

/** The number a cell holds, with `.` or `,` before its decimals; NaN where it isn't one or is infinite. */
export function numberOf(cell: string): number {
  const value = plainNumber(cell);
  return Number.isNaN(value) && decimalComma.test(cell) ? Number(cell.replace(',', '.')) : value;
}
