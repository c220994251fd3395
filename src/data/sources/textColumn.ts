import { defaultSplit } from '../../core/network/defaultSplit';
import { DataError } from '../dataError';
import type { TextColumn } from '../preprocessing';
import type { ExpectedTable } from '../readers';
import { part, type Reading, report } from '../reading';
import { bytesText } from '../sentence';
import { splitRows } from '../split';
import { ownCopy } from '../tables/ownCopy';
import { type TargetColumns, targetGap } from '../tables/targetColumns';
import { learnTexts } from '../texts/learnTexts';
import { countTokens, sayTexts } from '../texts/tokenCounts';
import { type TableSettings, withTable } from './openTable';
import type { Survey } from './source';

/** Characters of all texts at most: they are held in memory while their words are counted. */
const most = 200e6;

/** Whose texts they are, and what else is known of the table. */
interface TextTable {
  /** The column, or how a training reads it. */
  readonly column: string | TextColumn;
  readonly target: TargetColumns;
  readonly like: ExpectedTable;
}

/**
 * How the texts of a column become indices: worked out from the rows that are learnt from, unless a training has done so. Says what
 * becomes of all of them.
 */
export async function describeTextColumn(
  settings: TableSettings,
  { column, target, like }: TextTable,
  survey: Survey,
): Promise<TextColumn> {
  checkUnchanged(settings);
  const { reading, choices } = survey;
  const name = typeof column === 'string' ? column : column.name;
  const textsIn = (address: string, field: string, share: Reading | undefined) =>
    textsOf(address, field, { name, target, like, settings, survey, share });
  const cells = await textsIn(settings.file, 'data.file', part(reading, 0, 0.3));
  const other =
    settings.test === undefined
      ? undefined
      : await textsIn(settings.test, 'data.test', part(reading, 0.3, 0.4));
  const rows = other
    ? { train: undefined, test: undefined }
    : await splitRows(cells.length, settings.split ?? defaultSplit, reading);
  const learnt =
    typeof column === 'string'
      ? await learnTexts(name, cells, rows.train, settings, part(reading, 0.4, 0.7))
      : column;
  const train = await countTokens(learnt, cells, rows.train, part(reading, 0.7, 0.9));
  const test =
    other || rows.test
      ? await countTokens(learnt, other ?? cells, rows.test, part(reading, 0.9, 1))
      : undefined;
  choices.push(...sayTexts(learnt, train, test));
  return learnt;
}

/** The cells of a column, of all rows that have a target. */
async function textsOf(
  address: string,
  field: string,
  {
    name,
    target,
    like,
    settings,
    survey,
    share,
  }: Omit<TextTable, 'column'> & {
    readonly name: string;
    readonly settings: TableSettings;
    readonly survey: Survey;
    readonly share: Reading | undefined;
  },
): Promise<string[]> {
  const isGap = targetGap(target);
  const read: Parameters<typeof withTable<string[]>>[4] = async table => {
    const at = table.columns.indexOf(name);
    const targets = target.names.map(goal => table.columns.indexOf(goal));
    if ([at, ...targets].includes(-1))
      throw new DataError(`${address} was changed while it was being read; try again.`, {
        code: 'file-changed',
      });
    const cells: string[] = [];
    let length = 0;
    for await (const batch of table.rows(share)) {
      for (const row of batch.cells) {
        if (targets.some(index => isGap(row[index]!))) continue;
        const cell = row[at]!;
        length += cell.length;
        cells.push(ownCopy(cell));
      }
      if (length > most)
        throw new DataError(
          `${name} of ${address} holds more than ${bytesText(most)} of text, which is more than is read here. Take a part of it.`,
          { code: 'bad-data-file' },
        );
    }
    report(share, 1);
    return cells;
  };
  return withTable(address, field, settings, survey, read, like);
}

/** Indices are names, which neither scaling nor standardising leaves as they are. */
function checkUnchanged(settings: TableSettings): void {
  for (const field of ['scale', 'standardise', 'normaliseRows', 'reconstruct'] as const) {
    if (!settings[field]) continue;
    throw new DataError(
      `The inputs of a column of text are indices of tokens, which are names and no amounts, so "${field}" means nothing there. Remove it.`,
      { code: 'bad-value', field: `data.${field}` },
    );
  }
}

/** Settings of texts where no column is read as one would be passed over in silence. */
export function checkNoTextSettings(settings: TableSettings): void {
  for (const field of ['tokens', 'length', 'vocabulary', 'minimumCount'] as const) {
    if (settings[field] === undefined) continue;
    throw new DataError(
      `"${field}" is for a column of text, but no column of ${settings.file} is read as one. Say "text" for it under columns, or remove "${field}".`,
      { code: 'bad-value', field: `data.${field}` },
    );
  }
}
