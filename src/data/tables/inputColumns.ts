import { DataError } from '../dataError';
import type { ColumnEncoding } from '../preprocessing';
import { counted, listed, quoted } from '../sentence';
import {
  askedRole,
  type ColumnRoles,
  checkRole,
  chooseRole,
  type Treatment,
  treatmentOf,
} from './columnRole';
import type { ColumnScan } from './columnScan';
import { sayRounded } from './sayRounded';
import type { TableScan } from './scanTable';
import { sortedValues } from './sortedValues';

/**
 * How each column but the targets becomes inputs; what was worked out is added to `choices`. The means that fill gaps
 * come later, from the training rows.
 */
export function chooseInputs(
  scan: TableScan,
  targets: readonly string[],
  roles: ColumnRoles,
  rows: number,
  choices: string[],
): ColumnEncoding[] {
  const encodings: ColumnEncoding[] = [];
  const reasons: string[] = [];
  const others = scan.columns.filter(column => !targets.includes(column.name));
  for (const column of others) {
    const asked = askedRole(roles, column.name);
    if (asked) checkRole(column, asked);
    const { role, why } = asked ? { role: treatmentOf(asked) } : chooseRole(column, rows);
    if (why) reasons.push(why);
    const encoding = encodingOf(column, role, choices);
    if (encoding) encodings.push(encoding);
  }
  // a count of the rows is better than nothing to learn from
  const count = encodings.length === 0 && others.find(({ countsFrom }) => countsFrom !== undefined);
  if (count && !askedRole(roles, count.name))
    return [{ name: count.name, as: 'number', missing: 0, notation: count.notation }];
  choices.push(...reasons);
  if (encodings.length === 0) {
    throw new DataError(
      others.length === 0
        ? `There is no column beside ${listed(targets)} to learn from.`
        : unlearnable(others, reasons),
      { code: 'no-inputs' },
    );
  }
  return encodings;
}

function unlearnable(others: readonly ColumnScan[], reasons: readonly string[]): string {
  const names = others.map(({ name }) => name);
  const what =
    names.length === 1
      ? `The column ${names[0]} can't be learnt from`
      : `None of the columns ${listed(names)} can be learnt from`;
  const why = reasons.length > 0 ? ` ${reasons.slice(0, 3).join(' ')}` : '';
  return `${what}.${why} Say under columns how ${names.length === 1 ? 'it' : 'one'} is to be read.`;
}

function encodingOf(column: ColumnScan, role: Treatment, choices: string[]): ColumnEncoding | undefined {
  const { name, missing } = column;
  if (role === 'ignore') return undefined;
  if (role === 'number') {
    if (missing > 0) {
      const marks = column.marks.length > 0 ? ` (${listed(column.marks.map(quoted), 3)} among them)` : '';
      choices.push(`${name}: ${counted(missing, 'gap')}${marks} filled with the mean of the training set.`);
    }
    choices.push(...sayRounded(column));
    return { name, as: 'number', missing: 0, notation: column.notation };
  }
  const values = sortedValues(column);
  if (role === 'one-hot') {
    choices.push(
      `${name} becomes ${counted(values.length, 'input')}, one-hot (${listed(values)})${missing > 0 ? `; ${counted(missing, 'gap')} all zeros` : ''}.`,
    );
    return { name, as: 'one-hot', values };
  }
  return { name, as: 'ordinal', values: missing > 0 ? ['', ...values] : values };
}
