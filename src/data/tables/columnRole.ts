import type { columnRoles } from '../../core/network/dataSchema';
import { DataError } from '../dataError';
import { counted, quoted } from '../sentence';
import { type ColumnScan, distinctLimit } from './columnScan';
import type { Notation } from './numbers/notation';
import { slipFault, slipIn } from './slip';

/** How a column is read, as `data.columns` may say it. */
export type ColumnRole = (typeof columnRoles)[number];

/** What becomes of a column. */
export type Treatment = 'number' | 'one-hot' | 'ordinal' | 'text' | 'ignore';

/** What was worked out for a column of the input, and why, where it isn't plain. */
export interface ChosenRole {
  readonly role: Treatment;
  readonly why?: string;
}

/** How `data.columns` says each column is to be read. */
export type ColumnRoles = Readonly<Record<string, ColumnRole>>;

/** The role that was asked for. A column may be called `constructor`, which every object has. */
export function askedRole(roles: ColumnRoles, name: string): ColumnRole | undefined {
  return Object.hasOwn(roles, name) ? roles[name] : undefined;
}

/** The notation that a role asks for. */
export function notationOf(role: ColumnRole | undefined): Notation | undefined {
  if (role === 'decimal-point') return { decimal: '.' };
  if (role === 'decimal-comma') return { decimal: ',' };
  if (role === 'day-first' || role === 'month-first') return { date: role };
  return undefined;
}

/** What becomes of a column that is asked to be read in a way. */
export function treatmentOf(role: ColumnRole): Treatment {
  return role === 'one-hot' || role === 'ordinal' || role === 'text' || role === 'ignore' ? role : 'number';
}

const oneHotLimit = 20;
const idName = /^(|#|no|nr|row|index|idx|unnamed.*)$|id$/i;
/** A column of this name names its rows, if no two have the same. */
const rowName = /(?:^|[\s_.-])(?:id|Id|ID)$|[a-z](?:Id|ID)$/;
/** With fewer rows a count may be anything. */
const fewRows = 10;

/** What fits a column: numbers as they are, few texts one-hot, more of them by rank, and what names a row not at all. */
export function chooseRole(column: ColumnScan, rows: number): ChosenRole {
  const { name, present } = column;
  if (present === 0) return { role: 'ignore', why: `${name} is left out: it is empty.` };
  if (isIndex(column, rows))
    return {
      role: 'ignore',
      why: `${name} is left out: ${column.countsFrom === undefined ? 'it only names the rows' : 'it only counts the rows'}.`,
    };
  const slip = slipIn(column, oneHotLimit);
  if (slip) {
    const ways = `leave it empty, or say "one-hot", "ordinal" or "ignore" for ${name} under columns`;
    throw slipFault(column, slip, ways);
  }
  if (!column.isNumeric && column.dateOrders.length > 0) {
    const why = `${name} is left out: its dates may have the day or the month first. Say "day-first" or "month-first" for it under columns.`;
    return { role: 'ignore', why };
  }
  const distinct = column.distinct?.size ?? Number.POSITIVE_INFINITY;
  if (column.isNumeric && !isCategory(column, distinct)) return { role: 'number', ...whyNumbers(column) };
  // a one-hot or a rank of texts that hardly repeat would only learn the row
  if (column.distinct && distinct > 0.5 * present && distinct > 2) {
    const shown = `${distinct} different texts in ${counted(present, 'row')} hardly repeat`;
    return { role: 'ignore', why: `${name} is left out: ${shown}.` };
  }
  if (distinct <= oneHotLimit) return { role: 'one-hot' };
  if (distinct <= 0.1 * present) {
    const order = column.declared ? 'in the order that is declared' : 'by letters';
    const why = `${name} has ${distinct} different texts, so each becomes its rank ${order}.`;
    return { role: 'ordinal', why };
  }
  const shown = column.distinct ? `${distinct}` : `more than ${distinctLimit}`;
  return { role: 'ignore', why: `${name} is left out: ${shown} different texts are too many to learn from.` };
}

/** Codes, 001 and 002, of which there are few that come again. */
function isCategory(column: ColumnScan, distinct: number): boolean {
  return distinct <= oneHotLimit && distinct <= 0.5 * column.present && column.code !== undefined;
}

/** What is said of whole numbers that are more likely names. */
function whyNumbers({ name, code }: ColumnScan): Pick<ChosenRole, 'why'> {
  if (code === undefined) return {};
  const what = `${name} holds codes, such as ${quoted(code)}, too many different ones for an input each, so they are read as amounts`;
  return { why: `${what}. Say "ordinal" or "ignore" for it under columns where they are none.` };
}

/** Whether a column only tells the row: a count from 0 or 1, or what is left of one under a name that says so. */
function isIndex(column: ColumnScan, rows: number): boolean {
  const { name, countsFrom, unnamed } = column;
  const isNamedSo = unnamed || idName.test(name);
  if (countsFrom !== undefined && rows > 2 && isNamedSo) return true;
  if ((countsFrom === 0 || countsFrom === 1) && rows >= fewRows) return true;
  if (rowName.test(name) && rows >= fewRows && column.isUnique) return true;
  // rows were left out or shuffled after they had been numbered
  return rows > 2 && (unnamed || /^unnamed: \d+$/i.test(name)) && (column.isRisingWhole || column.isUnique);
}

/** Whether a role that was asked for can be had. */
export function checkRole(column: ColumnScan, role: ColumnRole): void {
  const field = `data.columns.${column.name}`;
  const isDate = 'date' in column.notation;
  if (treatmentOf(role) === 'number' && column.firstText) {
    const { cell, place } = column.firstText;
    const what = isDate ? 'a date' : 'a number';
    throw new DataError(
      `${place}: ${quoted(cell)} in column ${column.name} isn't ${what}, so it can't be read as one.`,
      {
        code: 'bad-cell',
        field,
        suggestions: ['one-hot', 'ordinal', 'text', 'ignore'],
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
