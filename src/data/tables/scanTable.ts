import type { OpenTable } from '../readers/reader';
import type { Reading } from '../reading';
import { ColumnScan } from './columnScan';
import { isGap } from './gaps';

export interface TableScan {
  readonly columns: readonly ColumnScan[];
  readonly rows: number;
  /** Rows in which a target is missing: they can't be learnt from. */
  readonly rowsWithoutTarget: number;
}

/**
 * The first pass over a table: counts the rows and finds out what each column holds. Of rows without a target only the
 * targets are looked at.
 */
export async function scanTable(
  table: OpenTable,
  targets: readonly number[],
  reading?: Reading,
  isTargetGap: (cell: string, target: number) => boolean = isGap,
): Promise<TableScan> {
  const unnamed = new Set(table.unnamed);
  const columns = table.columns.map(
    (name, j) => new ColumnScan(name, table.name, unnamed.has(j), table.categories?.get(name)),
  );
  const ofTargets = targets.map(target => columns[target]!);
  let rows = 0;
  let rowsWithoutTarget = 0;
  for await (const { cells, lines } of table.rows(reading)) {
    for (let i = 0; i < cells.length; i++) {
      const row = cells[i]!;
      const index = rows++;
      if (targets.some(target => isTargetGap(row[target]!, target))) {
        rowsWithoutTarget++;
        for (let j = 0; j < targets.length; j++) ofTargets[j]!.add(row[targets[j]!]!, lines[i]!, index);
        continue;
      }
      for (let j = 0; j < columns.length; j++) columns[j]!.add(row[j]!, lines[i]!, index);
    }
  }
  return { columns, rows, rowsWithoutTarget };
}
