import { DataError } from '../dataError';
import type { ColumnEncoding } from '../preprocessing';
import { counted, listed } from '../sentence';
import { askedRole, type ColumnRole, type ColumnRoles, checkRole, chooseRole } from './columnRole';
import type { ColumnScan } from './columnScan';
import type { TableScan } from './scanTable';

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
  const others = scan.columns.filter(column => !targets.includes(column.name));
  for (const column of others) {
    const asked = askedRole(roles, column.name);
    if (asked) checkRole(column, asked);
    const { role, why } = asked ? { role: asked } : chooseRole(column, rows);
    if (why) choices.push(why);
    const encoding = encodingOf(column, role, choices);
    if (encoding) encodings.push(encoding);
  }
  if (encodings.length === 0) {
    throw new DataError(
      others.length === 0
        ? `There is no column beside ${listed(targets)} to learn from.`
        : `None of the columns ${listed(others.map(column => column.name))} can be learnt from. Say under columns how one is to be read.`,
      { code: 'no-inputs' },
    );
  }
  return encodings;
}

function encodingOf(column: ColumnScan, role: ColumnRole, choices: string[]): ColumnEncoding | undefined {
  const { name, missing } = column;
  if (role === 'ignore') return undefined;
  if (role === 'number') {
    if (missing > 0)
      choices.push(`${name}: ${counted(missing, 'gap')} filled with the mean of the training set.`);
    return { name, as: 'number', missing: 0 };
  }
  const values = column.values();
  if (role === 'one-hot') {
    choices.push(
      `${name} becomes ${counted(values.length, 'input')}, one-hot (${listed(values)})${missing > 0 ? `; ${counted(missing, 'gap')} all zeros` : ''}.`,
    );
    return { name, as: 'one-hot', values };
  }
  return { name, as: 'ordinal', values: missing > 0 ? ['', ...values] : values };
}
