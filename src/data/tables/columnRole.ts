import { DataError } from '../dataError';
import { counted, quoted } from '../sentence';
import { type ColumnScan, distinctLimit } from './columnScan';

/** How a column is read, as `data.columns` may say it. */
export type ColumnRole = 'number' | 'one-hot' | 'ordinal' | 'ignore';

/** The role worked out for a column of the input, and why, where it isn't plain. */
export interface ChosenRole {
  readonly role: ColumnRole;
  readonly why?: string;
}

/** How `data.columns` says each column is to be read. */
export type ColumnRoles = Readonly<Record<string, ColumnRole>>;

/** The role that was asked for. A column may be called `constructor`, which every object has. */
export function askedRole(roles: ColumnRoles, name: string): ColumnRole | undefined {
  return Object.hasOwn(roles, name) ? roles[name] : undefined;
}

const oneHotLimit = 20;
const idName = /^(|#|no|nr|row|index|idx|unnamed.*)$|id$/i;

/** What fits a column: numbers as they are, few texts one-hot, more of them by rank, and what names a row not at all. */
export function chooseRole(column: ColumnScan, rows: number): ChosenRole {
  const { name } = column;
  const present = column.present(rows);
  if (present === 0) return { role: 'ignore', why: `${name} is left out: it is empty.` };
  if (column.isNumeric) {
    if (column.counts && rows > 2 && idName.test(name)) {
      return { role: 'ignore', why: `${name} is left out: it only counts the rows.` };
    }
    return { role: 'number' };
  }
  const distinct = column.distinct?.size ?? Number.POSITIVE_INFINITY;
  if (column.numbers > 0.9 * present && distinct > oneHotLimit) throw mixedColumn(column);
  // a one-hot or a rank of texts that hardly repeat would only learn the row
  if (column.distinct && distinct > 0.5 * present && distinct > 2) {
    const shown = `${distinct} different texts in ${counted(present, 'row')} hardly repeat`;
    return { role: 'ignore', why: `${name} is left out: ${shown}.` };
  }
  if (distinct <= oneHotLimit) return { role: 'one-hot' };
  if (distinct <= 0.1 * present) {
    const why = `${name} has ${distinct} different texts, so each becomes its rank by letters.`;
    return { role: 'ordinal', why };
  }
  const shown = column.distinct ? `${distinct}` : `more than ${distinctLimit}`;
  return { role: 'ignore', why: `${name} is left out: ${shown} different texts are too many to learn from.` };
}

/** Whether a role that was asked for can be had. */
export function checkRole(column: ColumnScan, role: ColumnRole): void {
  const field = `data.columns.${column.name}`;
  if (role === 'number' && column.firstText) {
    const { cell, place } = column.firstText;
    throw new DataError(
      `${place}: ${quoted(cell)} in column ${column.name} isn't a number, so it can't be read as one.`,
      {
        code: 'bad-cell',
        field,
        suggestions: ['one-hot', 'ordinal', 'ignore'],
      },
    );
  }
  if ((role === 'one-hot' || role === 'ordinal') && !column.distinct) {
    throw new DataError(
      `Column ${column.name} has more than ${distinctLimit} different values, too many for ${role}.`,
      {
        code: 'bad-column',
        field,
        suggestions: ['ignore'],
      },
    );
  }
}

function mixedColumn(column: ColumnScan): DataError {
  const { cell, place } = column.firstText!;
  return new DataError(
    `${place}: ${quoted(cell)} in column ${column.name} isn't a number, while nearly all others are. Mend the cell, or say under columns how ${column.name} is to be read.`,
    { code: 'bad-cell' },
  );
}
