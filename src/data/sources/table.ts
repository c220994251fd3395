import { atField, DataError } from '../dataError';
import { nearest } from '../nearest';
import type { ColumnEncoding, Preprocessing, TableLayout } from '../preprocessing';
import type { ExpectedTable, OpenTable } from '../readers';
import { part } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { inputFigures, withFigures } from '../tables/columnFigures';
import { inputNamesOf } from '../tables/encoding';
import { fillTable } from '../tables/fillTable';
import { chooseInputs } from '../tables/inputColumns';
import { moreColumns } from '../tables/moreColumns';
import type { Notation } from '../tables/numbers/notation';
import { scanTable, type TableScan } from '../tables/scanTable';
import { settleColumns } from '../tables/settleColumns';
import { chooseTarget, learntTarget, type TargetColumns, targetGap } from '../tables/targetColumns';
import { chooseTextColumn, type TextChoice } from '../texts/chooseTextColumn';
import { type TableSettings, withTable } from './openTable';
import type { Described, Survey } from './source';
import { describeTestTable } from './testTable';
import { checkNoTextSettings, describeTextColumn } from './textColumn';

/** A table with its inputs and its target in columns, of any format that has a reader of tables. */
export async function describeTable(settings: TableSettings, survey: Survey): Promise<Described> {
  const { file } = settings;
  const wanted = [...new Set([settings.target].flat())];
  const roles = settings.columns ?? {};
  const { learnt } = survey;
  const expected = learnt?.table
    ? expectedLike(learnt.table)
    : { names: [...wanted, ...Object.keys(roles), ...(learnt?.columns ?? []).map(({ name }) => name)] };
  const { layout, scan } = await withTable(
    file,
    'data.file',
    settings,
    survey,
    async table => {
      const targets = wanted.map(name => indexOfColumn(table, name, file, 'data.target'));
      for (const name of Object.keys(roles)) indexOfColumn(table, name, file, `data.columns.${name}`);
      for (const { name } of learnt?.columns ?? []) indexOfColumn(table, name, file, 'data.file');
      const found = await scanRows(table, targets, settings, survey);
      survey.choices.push(...table.choices);
      if (learnt?.table) survey.choices.push(...moreColumns(file, table.columns, learnt.table.columns));
      return { layout: layoutOf(table), scan: found };
    },
    expected,
  );
  const { columns } = layout;
  const m = examplesIn(scan, file, wanted, survey);
  survey.choices.push(...scan.choices);
  const targetScans = wanted.map(name => scan.columns[columns.indexOf(name)]!);
  const target = learnt
    ? learntTarget(learnt, wanted)
    : await atField('data.target', async () => chooseTarget(targetScans, roles, m));
  survey.choices.push(...target.choices);
  survey.faults.push(...target.faults);
  const like = expectedLike(layout);
  const [known] = learnt?.columns ?? [];
  const text: TextChoice = learnt
    ? {}
    : await atField('data.file', async () =>
        chooseTextColumn(
          scan.columns.filter(({ name }) => !wanted.includes(name)),
          roles,
          m,
          survey.choices,
        ),
      );
  const column = known?.as === 'text' ? known : text.column?.name;
  if (column === undefined && !learnt) checkNoTextSettings(settings);
  const textColumn =
    column !== undefined ? await describeTextColumn(settings, { column, target, like }, survey) : undefined;
  const inputs: readonly ColumnEncoding[] = textColumn
    ? [textColumn]
    : (learnt?.columns ??
      (await atField('data.file', async () => chooseInputs(scan, wanted, roles, m, survey.choices))));
  const { leftOut } = text;
  if (leftOut !== undefined)
    survey.choices.push(
      `${leftOut} holds texts: say "text" for it under columns to learn from it, and from no other column.`,
    );
  const test = settings.test
    ? {
        file: settings.test,
        ...(await describeTestTable(settings.test, settings, { inputs, target, like }, survey)),
      }
    : undefined;
  const names = inputNamesOf(inputs);
  return {
    inputShape: [textColumn?.length ?? names.length],
    ...(textColumn
      ? {
          tokens: {
            of: textColumn.tokens,
            vocabulary: textColumn.vocabulary.length,
            column: textColumn.name,
          },
        }
      : { inputNames: names }),
    ...(leftOut === undefined ? {} : { leftOutText: leftOut }),
    m,
    testM: test?.m,
    targets: withFigures(target.facts, targetScans),
    ...inputFigures(inputs, scan.columns),
    load: async reading => {
      const train = await withTable(
        file,
        'data.file',
        settings,
        survey,
        table => fillTable(table, { inputs, target }, m, part(reading, 0, test ? 0.8 : 1)),
        like,
      );
      const known = { train, columns: inputs, table: layout, ...notationsOf(target) };
      if (!test) return known;
      const testSet = await withTable(
        test.file,
        'data.test',
        settings,
        survey,
        table => fillTable(table, { inputs, target }, test.m, part(reading, 0.8, 1)),
        like,
      );
      return { ...known, test: testSet };
    },
  };
}

/** The columns of which a training has kept how their numbers are written. */
function notedColumns({ columns = [], targets }: Preprocessing): { name: string; notation: Notation }[] {
  const inputs = columns.map(column => ({
    name: column.name,
    notation: column.as === 'number' ? column.notation : undefined,
  }));
  const goals = targets.names.map((name, j) => ({ name, notation: targets.notations?.[j] }));
  return [...inputs, ...goals].flatMap(({ name, notation }) => (notation ? [{ name, notation }] : []));
}

const notationsOf = ({ notations }: Pick<TargetColumns, 'notations'>) =>
  notations ? { targetNotations: notations } : {};

function layoutOf({ columns, delimiter, header = true }: OpenTable): TableLayout {
  return { columns, header, ...(delimiter === undefined ? {} : { delimiter }) };
}

/** What a table like another is expected to hold: its names, or its columns in the same order. */
function expectedLike({ columns, delimiter }: TableLayout): ExpectedTable {
  return { names: columns, orders: [columns], ...(delimiter === undefined ? {} : { delimiter }) };
}

/** The rows with how each column is written; in the terms of a training nothing is to be worked out. */
async function scanRows(
  table: OpenTable,
  targets: readonly number[],
  settings: TableSettings,
  { learnt, reading }: Survey,
): Promise<TableScan & { readonly choices: readonly string[] }> {
  const names = targets.map(target => table.columns[target]!);
  if (learnt) {
    const isGap = targetGap(learntTarget(learnt, names));
    const scan = await scanTable(table, targets, reading, isGap);
    for (const { name, notation } of notedColumns(learnt))
      scan.columns[table.columns.indexOf(name)]?.settle(notation);
    return { ...scan, choices: [] };
  }
  const settle = (scan: TableScan) => settleColumns(scan, names, settings.columns ?? {}, table);
  const scan = await scanTable(table, targets, reading);
  const choices = settle(scan);
  if (!targets.some(target => scan.columns[target]!.hasOwnGaps)) return { ...scan, choices };
  // what is a gap in the target is known only now, and with it which rows are learnt from
  const again = await scanTable(table, targets, reading, (cell, target) => scan.columns[target]!.isGap(cell));
  return { ...again, choices: settle(again) };
}

/** Where a column is; where there is none of that name, a fault with the names that are there, the likest first. */
function indexOfColumn({ columns }: OpenTable, name: string, file: string, field: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  const suggestions = nearest(name, columns, columns.length);
  throw new DataError(`${file} has no column ${quoted(name)}. Its columns are ${listed(suggestions)}.`, {
    code: 'missing-column',
    field,
    suggestions,
  });
}

/** m: the rows in which no target is missing. */
function examplesIn(scan: TableScan, file: string, targets: readonly string[], survey: Survey): number {
  const { rows, rowsWithoutTarget: without } = scan;
  if (rows === 0) {
    throw new DataError(`${file} holds no rows below its header.`, {
      code: 'no-examples',
      field: 'data.file',
    });
  }
  if (rows === without) {
    throw new DataError(`No row of ${file} has a value of ${listed(targets)}.`, {
      code: 'no-examples',
      field: 'data.target',
    });
  }
  if (without > 0) {
    const what = `${counted(without, 'row')} without a value of ${listed(targets)}`;
    survey.choices.push(`${what} ${without === 1 ? 'is' : 'are'} left out.`);
  }
  return rows - without;
}
