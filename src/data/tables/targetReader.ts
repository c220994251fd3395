import { allocate } from '../arrays/numericArray';
import { DataError } from '../dataError';
import { listed, quoted } from '../sentence';
import type { Targets } from '../targets';
import { numberOf } from './cell';
import { type NumberReader, numberReader } from './numbers/numberReader';
import { type TargetColumns, targetGap } from './targetColumns';
import { valueIndex } from './valueIndex';

/** Takes the target cells of one row after the other. */
export interface TargetReader {
  add(cells: readonly string[], place: string): void;
  targets(): Targets;
}

/** Reads targets in the terms worked out from the training set. With `optional`, a gap or an unknown class is NaN. */
export function targetReader(
  target: Pick<TargetColumns, 'names' | 'facts' | 'values' | 'notations'>,
  rows: number,
  address: string,
  optional = false,
): TargetReader {
  const { facts, values } = target;
  const data = allocate(Float64Array, rows * facts.n, address);
  const isGap = targetGap(target);
  const readers = target.names.map((_, j) => numberReader(target.notations?.[j]));
  const classIndex = facts.classes && classFinder(facts.classes, values, readers[0]);
  let at = 0;
  return {
    add(cells, place) {
      for (let j = 0; j < facts.n; j++) {
        const cell = cells[j]!;
        const value = isGap(cell) ? undefined : classIndex ? classIndex(cell) : readers[j]!(cell);
        const known = value !== undefined && !Number.isNaN(value);
        if (!known && !optional) throw unknownTarget(cell, target.names[j]!, facts.classes, place);
        data[at++] = known ? value : Number.NaN;
      }
    },
    targets: () => ({ facts, data, ...(values ? { values } : {}) }),
  };
}

/** The index of a class by its name, or by its number where the classes are numbers. */
export function classFinder(
  classes: readonly string[],
  values?: readonly number[],
  read: NumberReader = numberOf,
): (cell: string) => number | undefined {
  const byName = valueIndex(classes);
  const byNumber = new Map((values ?? []).map((value, index) => [value, index]));
  return cell => byName(cell) ?? byNumber.get(read(cell));
}

function unknownTarget(
  cell: string,
  name: string,
  classes: readonly string[] | undefined,
  place: string,
): DataError {
  return classes
    ? new DataError(`${place}: ${quoted(cell)} isn't among the classes of ${name}: ${listed(classes, 12)}.`, {
        code: 'unknown-class',
      })
    : new DataError(`${place}: ${quoted(cell)} in the target ${name} isn't a number.`, { code: 'bad-cell' });
}
