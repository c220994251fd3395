import { DataError } from '../dataError';

/** A file that isn't what its format says. */
export function damagedParquet(name: string, reason: string): DataError {
  return new DataError(
    `${name} can't be read as Parquet: ${reason.replace(/\.$/, '')}. It is cut off or damaged.`,
    {
      code: 'bad-data-file',
    },
  );
}

/** Runs what reads the file's bytes; whatever the library finds wrong with them comes out as a fault. */
export function orDamaged<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw damagedParquet(name, error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
}
