import type { DataFacts, Figures, TargetFacts } from '../../core/network/dataReport';
import { figuresOf } from '../figures';
import type { ColumnEncoding } from '../preprocessing';
import type { ColumnScan } from './columnScan';
import { valueIndex } from './valueIndex';

/** Columns whose figures are told. */
const most = 64;

/** What a scan tells of the size of the targets, or of how many examples each class has. */
export function withFigures(facts: TargetFacts, targets: readonly ColumnScan[]): TargetFacts {
  if (facts.classes) {
    const counts = targets.length === 1 ? classCounts(targets[0]!, facts.classes) : undefined;
    return counts ? { ...facts, counts } : facts;
  }
  if (targets.length > most) return facts;
  const figures = targets.map(figuresOfColumn);
  return figures.every(figure => figure !== undefined) ? { ...facts, figures } : facts;
}

/** Of the inputs that are numbers. */
export function inputFigures(
  inputs: readonly ColumnEncoding[],
  scans: readonly ColumnScan[],
): Pick<DataFacts, 'inputFigures'> {
  if (inputs.length > most) return {};
  const byName = new Map(scans.map(scan => [scan.name, scan]));
  const entries = inputs.flatMap(({ name, as }) => {
    const scan = as === 'number' ? byName.get(name) : undefined;
    const figures = scan && figuresOfColumn(scan);
    return figures ? [[name, figures] as const] : [];
  });
  return entries.length > 0 ? { inputFigures: Object.fromEntries(entries) } : {};
}

function figuresOfColumn(column: ColumnScan): Figures | undefined {
  const { cells, whole } = column.sample;
  return figuresOf(
    cells.map(cell => column.numberOf(cell)),
    whole,
  );
}

function classCounts(column: ColumnScan, classes: readonly string[]): number[] | undefined {
  if (!column.distinct) return undefined;
  const indexOf = valueIndex(classes);
  const counts = classes.map(() => 0);
  for (const [cell, count] of column.distinct) {
    const index = indexOf(cell) ?? indexOf(String(column.numberOf(cell)));
    if (index !== undefined) counts[index]! += count;
  }
  return counts;
}
