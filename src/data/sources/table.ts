import { atField, DataError } from '../dataError';
import { nearest } from '../nearest';
import { part } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { inputFigures, withFigures } from '../tables/columnFigures';
import { inputNamesOf } from '../tables/encoding';
import { fillTable } from '../tables/fillTable';
import { chooseInputs } from '../tables/inputColumns';
import { scanTable, type TableScan } from '../tables/scanTable';
import { chooseTarget, learntTarget } from '../tables/targetColumns';
import { type TableSettings, withTable } from './openTable';
import type { Described, Survey } from './source';
import { describeTestTable } from './testTable';

/** A table with its inputs and its target in columns: CSV, TSV, JSON, JSON Lines. */
export async function describeTable(settings: TableSettings, survey: Survey): Promise<Described> {
  const { file } = settings;
  const wanted = [...new Set([settings.target].flat())];
  const { columns, scan } = await withTable(file, 'data.file', settings, survey, async table => {
    const targets = wanted.map(name => indexOfColumn(table.columns, name, file, 'data.target'));
    const found = await scanTable(table, targets, survey.reading);
    survey.choices.push(...table.choices);
    return { columns: table.columns, scan: found };
  });
  const m = examplesIn(scan, file, wanted, survey);

  const roles = settings.columns ?? {};
  for (const name of Object.keys(roles)) indexOfColumn(columns, name, file, `data.columns.${name}`);
  const targetScans = wanted.map(name => scan.columns[columns.indexOf(name)]!);
  const { learnt } = survey;
  for (const { name } of learnt?.columns ?? []) indexOfColumn(columns, name, file, 'data.file');
  const target = learnt
    ? learntTarget(learnt, wanted)
    : await atField('data.target', async () => chooseTarget(targetScans, roles, m));
  survey.choices.push(...target.choices);
  survey.faults.push(...target.faults);
  const inputs =
    learnt?.columns ??
    (await atField('data.file', async () => chooseInputs(scan, wanted, roles, m, survey.choices)));

  const test = settings.test
    ? { file: settings.test, ...(await describeTestTable(settings.test, settings, inputs, target, survey)) }
    : undefined;
  const names = inputNamesOf(inputs);
  return {
    inputShape: [names.length],
    inputNames: names,
    m,
    testM: test?.m,
    targets: withFigures(target.facts, targetScans),
    ...inputFigures(inputs, scan.columns),
    load: async reading => {
      const train = await withTable(file, 'data.file', settings, survey, table =>
        fillTable(table, { inputs, target }, m, part(reading, 0, test ? 0.8 : 1)),
      );
      if (!test) return { train, columns: inputs };
      const testSet = await withTable(test.file, 'data.test', settings, survey, table =>
        fillTable(table, { inputs, target }, test.m, part(reading, 0.8, 1)),
      );
      return { train, test: testSet, columns: inputs };
    },
  };
}

/** Where a column is; where there is none of that name, a fault with the names that are there, the likest first. */
function indexOfColumn(columns: readonly string[], name: string, file: string, field: string): number {
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
