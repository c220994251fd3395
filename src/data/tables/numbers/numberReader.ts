import { numberOf } from '../cell';
import { readDate } from '../dates/readDate';
import type { Notation } from './notation';
import { parseNumber } from './parseNumber';
import { plainNumber } from './plainNumber';

/** The number a cell holds; NaN where it holds none. */
export type NumberReader = (cell: string) => number;

/**
 * Reads the numbers of a column as it was worked out that they are written. Runs from before that was kept say nothing
 * about it; they took a comma or a point for the beginning of the decimals.
 */
export function numberReader(notation: Notation | undefined): NumberReader {
  if (!notation) return numberOf;
  if ('date' in notation) return cell => readDate(cell, notation.date);
  const { decimal, thousands, sign } = notation;
  return cell => {
    if (cell === '') return Number.NaN;
    if (decimal === '.') {
      const value = plainNumber(cell);
      if (!Number.isNaN(value)) return value;
    }
    const written = parseNumber(cell, decimal);
    if (!written) return Number.NaN;
    if (written.thousands && written.thousands !== thousands) return Number.NaN;
    if (written.sign && written.sign !== sign) return Number.NaN;
    return written.value;
  };
}
