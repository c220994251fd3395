import type { ColumnScan } from '../columnScan';
import type { NumberNotation, Thousands } from './notation';

const words: Readonly<Record<Thousands, string>> = {
  ',': 'a comma',
  '.': 'a point',
  ' ': 'a blank',
  "'": 'an apostrophe',
};

/**
 * What was worked out of how the numbers of a column are written, by an example; undefined where they are written as a
 * computer does. Columns of one key are read in one way.
 */
export function sayNotation(
  column: ColumnScan,
  notation: NumberNotation,
  because: string | undefined,
): { readonly key: string; readonly text: string } | undefined {
  const { decimal, thousands, sign } = notation;
  const example = column.example(notation);
  const isTold = thousands || sign || decimal === ',' || because;
  if (!isTold || !example) return undefined;
  const parts = [
    thousands && `${words[thousands]} stands before thousands`,
    (thousands ? !column.whole : decimal === ',') && `${words[decimal]} stands before the decimals`,
    sign && `the sign ${sign} is left out`,
  ].filter(Boolean);
  const reason = because ? `, ${because}` : '';
  return {
    key: `${decimal}${thousands}${sign}${reason}`,
    text: `${example.cell.trim()} is ${column.numberOf(example.cell)}, ${parts.join(', ')}${reason}.`,
  };
}
