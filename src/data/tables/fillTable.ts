import { allocate } from '../arrays/numericArray';
import { DataError } from '../dataError';
import type { ColumnEncoding } from '../preprocessing';
import type { OpenTable } from '../readers';
import { type Reading, report } from '../reading';
import type { RawSet } from '../sources/source';
import { encoderOf, widthOf } from './encoding';
import { type TargetColumns, targetGap } from './targetColumns';
import { targetReader } from './targetReader';

export interface TableColumns {
  readonly inputs: readonly ColumnEncoding[];
  readonly target: TargetColumns;
}

/** The second pass over a table: its numbers, in arrays of the very size that the first pass counted. */
export async function fillTable(
  table: OpenTable,
  { inputs, target }: TableColumns,
  rows: number,
  reading?: Reading,
): Promise<RawSet> {
  const width = inputs.reduce((sum, encoding) => sum + widthOf(encoding), 0);
  const isText = inputs.some(({ as }) => as === 'text');
  const data = isText
    ? allocate(Uint16Array, rows * width, table.name)
    : allocate(Float64Array, rows * width, table.name);
  const goals = targetReader(target, rows, table.name);
  const sources = inputs.map(({ name }) => table.columns.indexOf(name));
  const encoders = inputs.map(encoderOf);
  const widths = inputs.map(widthOf);
  const targetIndices = target.names.map(name => table.columns.indexOf(name));

  if ([...sources, ...targetIndices].includes(-1)) throw changed(table.name);

  const isGap = targetGap(target);
  let row = 0;
  for await (const { cells, lines } of table.rows(reading)) {
    for (let i = 0; i < cells.length; i++) {
      const source = cells[i]!;
      if (targetIndices.some(index => isGap(source[index]!))) continue;
      if (row === rows) throw changed(table.name);
      const place = `${table.name}, line ${lines[i]}`;
      for (let j = 0, at = row * width; j < encoders.length; at += widths[j]!, j++) {
        encoders[j]!(source[sources[j]!]!, data, at, place);
      }
      goals.add(
        targetIndices.map(index => source[index]!),
        place,
      );
      row++;
    }
    report(reading, row / rows);
  }
  if (row < rows) throw changed(table.name);
  return { inputs: { shape: [rows, width], data }, targets: goals.targets() };
}

function changed(name: string): DataError {
  return new DataError(`${name} was changed while it was being read; try again.`, {
    code: 'file-changed',
  });
}
