import { DataError } from '../dataError';
import type { ColumnEncoding } from '../preprocessing';
import type { ExpectedTable, OpenTable } from '../readers';
import { counted, listed, quoted } from '../sentence';
import type { ColumnScan } from '../tables/columnScan';
import { moreColumns } from '../tables/moreColumns';
import { numberReader } from '../tables/numbers/numberReader';
import { scanTable } from '../tables/scanTable';
import { sortedValues } from '../tables/sortedValues';
import { type TargetColumns, targetGap } from '../tables/targetColumns';
import { classFinder } from '../tables/targetReader';
import { valueIndex } from '../tables/valueIndex';
import { type TableSettings, withTable } from './openTable';
import type { Survey } from './source';

/** What a table of its own for the test set is read by. */
export interface TrainingTerms {
  readonly inputs: readonly ColumnEncoding[];
  readonly target: TargetColumns;
  /** How the training table lies. */
  readonly like: ExpectedTable;
}

/** A table of its own for the test set: counts its rows, and holds its columns against those of the training table. */
export function describeTestTable(
  address: string,
  settings: TableSettings,
  { inputs, target, like }: TrainingTerms,
  survey: Survey,
): Promise<{ m: number }> {
  const use = async (table: OpenTable) => {
    const needed = [...inputs.map(({ name }) => name), ...target.names];
    const missing = needed.filter(name => !table.columns.includes(name));
    if (missing.length > 0) {
      const what = `${counted(missing.length, 'column')} of ${settings.file}: ${listed(missing)}`;
      throw new DataError(`${address} lacks ${what}.`, { code: 'missing-column' });
    }
    const targets = target.names.map(name => table.columns.indexOf(name));
    const scan = await scanTable(table, targets, survey.reading, targetGap(target));
    survey.choices.push(...table.choices, ...moreColumns(address, table.columns, like.names));
    const m = scan.rows - scan.rowsWithoutTarget;
    if (m === 0) {
      const what = `holds no rows with a value of ${listed(target.names)}`;
      throw new DataError(`${address} ${what}.`, { code: 'no-examples' });
    }
    const scanOf = (name: string) => scan.columns[table.columns.indexOf(name)]!;
    checkClasses(address, target, scanOf(target.names[0]!));
    for (const encoding of inputs) tellUnknown(address, encoding, scanOf(encoding.name), survey);
    return { m };
  };
  return withTable(address, 'data.test', settings, survey, use, like);
}

function checkClasses(address: string, target: TargetColumns, column: ColumnScan): void {
  const { names, facts, values, notations } = target;
  const { classes } = facts;
  if (!classes || facts.n > 1) return;
  const classOf = classFinder(classes, values, numberReader(notations?.[0]));
  const isGap = targetGap(target);
  const unknown = sortedValues(column).filter(cell => !isGap(cell) && classOf(cell) === undefined);
  if (unknown.length === 0) return;
  const what = `${listed(unknown.map(quoted))} in ${names[0]}, not among the classes of the training set`;
  throw new DataError(`${address} has ${what}: ${listed(classes)}.`, { code: 'unknown-class' });
}

function tellUnknown(address: string, encoding: ColumnEncoding, column: ColumnScan, survey: Survey): void {
  if (encoding.as !== 'one-hot') return;
  const indexOf = valueIndex(encoding.values);
  const unknown = sortedValues(column).filter(cell => indexOf(cell) === undefined);
  if (unknown.length === 0) return;
  const what = `${listed(unknown.map(quoted))} in ${encoding.name} of ${address}`;
  survey.choices.push(`${what} isn't there in the training set; it becomes all zeros.`);
}
