import type { DataSettings } from '../../core/network/schema';
import { type SourceFile, withFile } from '../bytes/sourceFile';
import { atField, DataError } from '../dataError';
import { nearest } from '../nearest';
import type { ColumnEncoding } from '../preprocessing';
import { type OpenTable, readerOf } from '../readers';
import { part, type Reading } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { checkRole, chooseRole } from '../tables/columnRole';
import type { ColumnScan } from '../tables/columnScan';
import { inputNamesOf } from '../tables/encoding';
import { fillTable, type TableColumns } from '../tables/fillTable';
import { scanTable, type TableScan } from '../tables/scanTable';
import { chooseTarget, type TargetColumns } from '../tables/targetColumns';
import type { Described, RawSet, Survey } from './source';

type TableSettings = Extract<DataSettings, { file: unknown }>;

/** A table with its inputs and its target in columns: CSV, TSV, JSON, JSON Lines. */
export async function describeTable(settings: TableSettings, survey: Survey): Promise<Described> {
  const wanted = Array.isArray(settings.target) ? settings.target : [settings.target];
  const { columns, scan, tableChoices } = await withTable(
    settings.file,
    'data.file',
    settings,
    survey,
    async table => {
      const targets = wanted.map(name => indexOfColumn(table.columns, name, settings.file));
      return {
        columns: table.columns,
        scan: await scanTable(table, targets, survey.reading),
        tableChoices: table.choices,
      };
    },
  );
  survey.choices.push(...tableChoices);
  const rows = scan.rows - scan.rowsWithoutTarget;
  checkRows(scan, settings.file, wanted);
  if (scan.rowsWithoutTarget > 0) {
    survey.choices.push(
      `${counted(scan.rowsWithoutTarget, 'row')} without a value of ${listed(wanted)} ${scan.rowsWithoutTarget === 1 ? 'is' : 'are'} left out.`,
    );
  }

  const roles = settings.columns ?? {};
  checkNames(Object.keys(roles), columns, settings.file);
  const targetScans = wanted.map(name => scan.columns[columns.indexOf(name)]!);
  const target = await atField('data.target', async () => chooseTarget(targetScans, roles, rows));
  survey.choices.push(...target.choices);
  survey.faults.push(...target.faults);
  const inputs = await atField('data.file', async () => chooseInputs(scan, wanted, roles, rows, survey));

  const test =
    settings.test === undefined
      ? undefined
      : await describeTest(settings.test, settings, inputs, target, survey);
  const names = inputNamesOf(inputs);
  return {
    inputShape: [names.length],
    inputNames: names,
    m: rows,
    testM: test?.m,
    targets: target.facts,
    load: async reading => {
      const train = await atField('data.file', () =>
        loadTable(settings.file, settings, inputs, target, rows, survey, part(reading, 0, test ? 0.8 : 1)),
      );
      const testSet =
        test &&
        (await atField('data.test', () =>
          loadTable(settings.test!, settings, inputs, target, test.m, survey, part(reading, 0.8, 1)),
        ));
      return { train, ...(testSet ? { test: testSet } : {}), columns: inputs };
    },
  };
}

/** Opens a table for `use`. */
async function withTable<T>(
  address: string,
  field: string,
  settings: TableSettings,
  survey: Survey,
  use: (table: OpenTable, file: SourceFile) => Promise<T>,
): Promise<T> {
  survey.paths.add(survey.files.resolve(address));
  return atField(field, () =>
    withFile(survey.files, address, async file => {
      const reader = await readerOf(file);
      if (reader.kind !== 'table') {
        throw new DataError(
          `${address} is a ${reader.title}, not a table. Name it as "train": {"x": …, "y": …}.`,
          { code: 'bad-data-file' },
        );
      }
      return use(await reader.open(file, settings), file);
    }),
  );
}

function indexOfColumn(columns: readonly string[], name: string, address: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  const names = nearest(name, columns, columns.length);
  throw new DataError(`${address} has no column ${quoted(name)}. Its columns are ${listed(names)}.`, {
    code: 'missing-column',
    field: 'data.target',
    suggestions: names,
  });
}

function checkNames(names: readonly string[], columns: readonly string[], address: string): void {
  for (const name of names) {
    if (columns.includes(name)) continue;
    const suggestions = nearest(name, columns);
    throw new DataError(`${address} has no column ${quoted(name)}. Its columns are ${listed(suggestions)}.`, {
      code: 'missing-column',
      field: `data.columns.${name}`,
      suggestions,
    });
  }
}

function checkRows(scan: TableScan, address: string, targets: readonly string[]): void {
  if (scan.rows === 0)
    throw new DataError(`${address} holds no rows below its header.`, {
      code: 'no-examples',
      field: 'data.file',
    });
  if (scan.rows === scan.rowsWithoutTarget) {
    throw new DataError(`No row of ${address} has a value of ${listed(targets)}.`, {
      code: 'no-examples',
      field: 'data.target',
    });
  }
}

/** How each column but the targets becomes inputs. The means that fill the gaps are worked out later, from the training rows. */
function chooseInputs(
  scan: TableScan,
  targets: readonly string[],
  roles: Readonly<Record<string, 'number' | 'one-hot' | 'ordinal' | 'ignore'>>,
  rows: number,
  survey: Survey,
): ColumnEncoding[] {
  const encodings: ColumnEncoding[] = [];
  const others = scan.columns.filter(column => !targets.includes(column.name));
  for (const column of others) {
    const asked = roles[column.name];
    if (asked) checkRole(column, asked);
    const { role, why } = asked ? { role: asked } : chooseRole(column, rows);
    if (why) survey.choices.push(why);
    const encoding = encodingOf(column, role, survey);
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

function encodingOf(
  column: ColumnScan,
  role: 'number' | 'one-hot' | 'ordinal' | 'ignore',
  survey: Survey,
): ColumnEncoding | undefined {
  const { name, missing } = column;
  if (role === 'ignore') return undefined;
  if (role === 'number') {
    if (missing > 0)
      survey.choices.push(`${name}: ${counted(missing, 'gap')} filled with the mean of the training set.`);
    return { name, as: 'number', missing: 0 };
  }
  const values = column.values();
  if (role === 'one-hot') {
    survey.choices.push(
      `${name} becomes ${counted(values.length, 'input')}, one-hot (${listed(values)})${missing > 0 ? `; ${counted(missing, 'gap')} all zeros` : ''}.`,
    );
    return { name, as: 'one-hot', values };
  }
  return { name, as: 'ordinal', values: missing > 0 ? ['', ...values] : values };
}

async function describeTest(
  address: string,
  settings: TableSettings,
  inputs: readonly ColumnEncoding[],
  target: TargetColumns,
  survey: Survey,
): Promise<{ m: number }> {
  return withTable(address, 'data.test', settings, survey, async table => {
    const needed = [...inputs.map(({ name }) => name), ...target.names];
    const missing = needed.filter(name => !table.columns.includes(name));
    if (missing.length > 0) {
      throw new DataError(
        `${address} lacks ${counted(missing.length, 'column')} of ${settings.file}: ${listed(missing)}.`,
        {
          code: 'missing-column',
        },
      );
    }
    const scan = await scanTable(
      table,
      target.names.map(name => table.columns.indexOf(name)),
      survey.reading,
    );
    if (scan.rows === scan.rowsWithoutTarget)
      throw new DataError(`${address} holds no rows with a value of ${listed(target.names)}.`, {
        code: 'no-examples',
      });
    return { m: scan.rows - scan.rowsWithoutTarget };
  });
}

async function loadTable(
  address: string,
  settings: TableSettings,
  inputs: readonly ColumnEncoding[],
  target: TargetColumns,
  rows: number,
  survey: Survey,
  reading: Reading | undefined,
): Promise<RawSet> {
  const columns: TableColumns = { inputs, target };
  return withTable(address, 'data.file', settings, survey, table =>
    fillTable(table, address, columns, rows, reading),
  );
}
