import type { OpenTable } from '../readers/reader';
import type { Reading } from '../reading';
import { isMissing } from './cell';
import { ColumnScan } from './columnScan';

export interface TableScan {
  readonly columns: readonly ColumnScan[];
  readonly rows: number;
  /** Rows in which a target is missing: they can't be learnt from. */
  readonly rowsWithoutTarget: number;
}

/** The first pass over a table: counts the rows and finds out what each column holds. */
export async function scanTable(
  table: OpenTable,
  targets: readonly number[],
  reading?: Reading,
): Promise<TableScan> {
  const columns = table.columns.map(name => new ColumnScan(name, table.name));
  let rows = 0;
  let rowsWithoutTarget = 0;
  for await (const { cells, lines } of table.rows(reading)) {
    for (let i = 0; i < cells.length; i++) {
      const row = cells[i]!;
      rows++;
      if (targets.some(target => isMissing(row[target]!))) {
        rowsWithoutTarget++;
        continue;
      }
      for (let j = 0; j < columns.length; j++) columns[j]!.add(row[j]!, lines[i]!);
    }
  }
  return { columns, rows, rowsWithoutTarget };
}
