import type { DataSettings } from './dataSchema';
import { defaultSplit } from './defaultSplit';

/** The settings of the data with what they mean where nothing is written. A split beside a test set is of no use. */
export function meantData(data: DataSettings): Readonly<Record<string, unknown>> {
  const written: Readonly<Record<string, unknown>> = data;
  const { split = defaultSplit, ...rest } = written;
  return { ...absent, ...rest, ...(written.test === undefined && { split }) };
}

const absent = {
  scale: 1,
  standardise: false,
  normaliseRows: false,
  standardiseTarget: false,
  reconstruct: false,
  columns: {},
  leaveOut: [],
};
