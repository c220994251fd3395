import type { Decimal } from './notation';
import { plainNumber } from './plainNumber';

/** `12.5`, `-0.25`, `.5`: with this before the decimals, and not to be mistaken for thousands, `1.234`. */
export function simpleDecimal(cell: string, decimal: Decimal): number | undefined {
  const at = cell.indexOf(decimal);
  if (at < 0) return undefined;
  const value = plainNumber(decimal === '.' ? cell : cell.replace(',', '.'));
  if (Number.isNaN(value) || (decimal === ',' && cell.includes('.'))) return undefined;
  const text = cell.trim();
  const mark = text.indexOf(decimal);
  const from = /[+-]/.test(text[0]!) ? 1 : 0;
  const digitsBefore = mark - from;
  const isGrouped = text.length - mark === 4 && digitsBefore >= 1 && digitsBefore <= 3 && text[from] !== '0';
  return isGrouped && !/[eE]/.test(text) ? undefined : value;
}
