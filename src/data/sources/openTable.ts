import type { DataSettings } from '../../core/network/schema';
import { withFile } from '../bytes/sourceFile';
import { atField, DataError } from '../dataError';
import { type ExpectedTable, type OpenTable, readerOf } from '../readers';
import { splitTableAddress } from './address';
import { openPart } from './openPart';
import type { Survey } from './source';

export type TableSettings = Extract<DataSettings, { file: unknown }>;

/** Opens a table for `use`. */
export async function withTable<T>(
  address: string,
  field: string,
  settings: TableSettings,
  survey: Survey,
  use: (table: OpenTable) => Promise<T>,
  expected?: ExpectedTable,
): Promise<T> {
  return atField(field, async () => {
    const { file: place, name: part } = await splitTableAddress(survey.files, address);
    survey.paths.add(survey.files.resolve(place));
    return withFile(survey.files, place, async file => {
      const reader = await readerOf(file);
      if (reader.kind !== 'table') {
        throw new DataError(
          `${address} is a ${reader.title}, not a table. Name it as "train": {"x": …, "y": …}.`,
          { code: 'bad-data-file' },
        );
      }
      const { header, delimiter } = settings;
      return use(await openPart(reader, file, { header, delimiter, part, expected }));
    });
  });
}
