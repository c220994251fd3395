import type { ColumnEncoding, Preprocessing } from '../preprocessing';
import type { ExpectedTable } from '../readers';
import { isGapAmongNumbers } from '../tables/gaps';
import { numberReader } from '../tables/numbers/numberReader';
import { valueIndex } from '../tables/valueIndex';
import { namesToType } from './rawInputs';

/**
 * What a table to predict is expected to hold. Without a row of names its columns come as all those of the training did, or
 * without the targets; or they are the inputs alone, perhaps with the targets behind them.
 */
export function expectedTable(preprocessing: Preprocessing): ExpectedTable {
  const { table, targets, columns } = preprocessing;
  const needed = namesToType(preprocessing);
  const withTargets = [...needed, ...targets.names];
  const all = table?.columns ?? withTargets;
  const orders = [all, all.filter(name => !targets.names.includes(name)), needed, withTargets];
  return {
    names: [...new Set([...all, ...withTargets])],
    needed,
    orders: columns ? orders : [],
    ...(table?.delimiter === undefined ? {} : { delimiter: table.delimiter }),
    fits: cells => {
      const order = orders.find(({ length }) => length === cells.length);
      return order !== undefined && canBeValues(cells, order, columns ?? []);
    },
  };
}

/** Whether there are numbers where they have to be; where they have nowhere to be, whether a text is one of those of the training. */
function canBeValues(
  cells: readonly string[],
  order: readonly string[],
  columns: readonly ColumnEncoding[],
): boolean {
  // a name is a text too, so a first row that has none of the training's names is one of values
  let isKnown = columns.some(({ as }) => as === 'number' || as === 'text');
  for (const column of columns) {
    const cell = cells[order.indexOf(column.name)]!;
    if (column.as === 'text') continue;
    if (column.as !== 'number') isKnown ||= valueIndex(column.values)(cell) !== undefined;
    else if (Number.isNaN(numberReader(column.notation)(cell)) && !isGapAmongNumbers(cell)) return false;
  }
  return isKnown;
}
