import type { DataSettings } from '../../core/network/schema';
import { withFile } from '../bytes/sourceFile';
import { atField, DataError } from '../dataError';
import { type OpenTable, readerOf } from '../readers';
import type { Survey } from './source';

export type TableSettings = Extract<DataSettings, { file: unknown }>;

/** Opens a table for `use`. */
export async function withTable<T>(
  address: string,
  field: string,
  settings: TableSettings,
  survey: Survey,
  use: (table: OpenTable) => Promise<T>,
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
      return use(await reader.open(file, settings));
    }),
  );
}
