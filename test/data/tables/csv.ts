import { loadData } from '../../../src/data/data';
import { memoryFiles } from '../memoryFiles';
import { readTableIn } from '../readers/openedTable';
import { settings, whole } from '../settings';

/** The table in the text of a.csv, as it is read. */
export const readCsv = (content: string | Uint8Array, options: object = {}) =>
  readTableIn('a.csv', content, options);

/** The data set of a.csv whose target is y, all of it for training. */
export const loadCsv = (content: string | Uint8Array, more: object = {}) =>
  loadData(settings({ file: 'a.csv', target: 'y', ...whole, ...more }), memoryFiles({ 'a.csv': content }));

export const repeat = (rows: readonly string[], times: number) =>
  new Array(times).fill(rows).flat() as string[];
