import type { DataFault, TargetFacts } from '../../core/network/dataReport';
import { DataError } from '../dataError';
import { listed, quoted } from '../sentence';
import { numberOf } from './cell';
import { type ColumnRole, checkRole } from './columnRole';
import { type ColumnScan, distinctLimit } from './columnScan';

/** How the target columns of a table are read. */
export interface TargetColumns {
  readonly names: readonly string[];
  readonly facts: TargetFacts;
  /** Where the classes are numbers: the number each stands for. */
  readonly values?: readonly number[];
  readonly choices: readonly string[];
  readonly faults: readonly DataFault[];
}

const classLimit = 20;

/** Classes where the target is text or few whole numbers that come again, else numbers. */
export function chooseTarget(
  columns: readonly ColumnScan[],
  roles: Readonly<Record<string, ColumnRole>>,
  rows: number,
): TargetColumns {
  return columns.length === 1 ? single(columns[0]!, roles[columns[0]!.name], rows) : several(columns);
}

function single(column: ColumnScan, role: ColumnRole | undefined, rows: number): TargetColumns {
  const { name } = column;
  if (role === 'ignore') {
    throw new DataError(`Column ${name} is the target, so it can't be ignored.`, {
      code: 'bad-column',
      field: `data.columns.${name}`,
    });
  }
  if (role) checkRole(column, role);
  const distinct = column.distinct?.size ?? Number.POSITIVE_INFINITY;
  const fewWhole =
    column.isNumeric && column.whole && distinct <= classLimit && (distinct <= 2 || distinct * 2 <= rows);
  const asClasses = role ? role !== 'number' : !column.isNumeric || fewWhole;
  if (!asClasses) {
    const isConstant = distinct === 1;
    return {
      names: [name],
      facts: { n: 1, binary: false, oneHot: false },
      choices: [],
      faults: isConstant ? [oneClass(column)] : [],
    };
  }
  if (!column.distinct) {
    throw new DataError(
      `The target ${name} has more than ${distinctLimit} different texts, too many classes to tell apart.`,
      { code: 'bad-column' },
    );
  }
  if (!column.isNumeric && distinct > 2 && distinct > 0.5 * rows) {
    throw new DataError(
      `The target ${name} has ${distinct} different texts in ${rows} rows, so it names rows, not classes. Take another column.`,
      {
        code: 'bad-column',
      },
    );
  }
  const values = column.values();
  const classes = mergeEqualNumbers(column, values);
  const choices = column.isNumeric
    ? []
    : [
        `The classes of ${name} are ${classes
          .map((value, i) => `${i} ${value}`)
          .slice(0, 12)
          .join(', ')}${classes.length > 12 ? ', …' : ''}.`,
      ];
  return {
    names: [name],
    facts: { n: 1, classes, binary: classes.length === 2, oneHot: false },
    ...(column.isNumeric ? { values: classes.map(numberOf) } : {}),
    choices,
    faults: classes.length === 1 ? [oneClass(column)] : [],
  };
}

/** `1` and `1.0` are one class, called as the shorter. */
function mergeEqualNumbers(column: ColumnScan, values: readonly string[]): readonly string[] {
  if (!column.isNumeric) return values;
  return [...new Set(values.map(numberOf))].map(String);
}

function several(columns: readonly ColumnScan[]): TargetColumns {
  const text = columns.find(column => !column.isNumeric);
  if (text) {
    const shown = text.firstText ? `, but ${text.name} holds ${quoted(text.firstText.cell)}` : '';
    throw new DataError(
      `Several targets have to be columns of numbers${shown}. Name one column of classes instead.`,
      { code: 'bad-column' },
    );
  }
  const binary = columns.every(
    column =>
      column.distinct &&
      [...column.distinct.keys()].every(cell => numberOf(cell) === 0 || numberOf(cell) === 1),
  );
  return {
    names: columns.map(({ name }) => name),
    facts: { n: columns.length, binary, oneHot: false },
    choices: [`The targets are ${listed(columns.map(({ name }) => name))}.`],
    faults: [],
  };
}

function oneClass(column: ColumnScan): DataFault {
  const value = column.distinct?.keys().next().value ?? '';
  return {
    code: 'one-class',
    severity: 'warning',
    field: 'data.target',
    message: `Every row has ${quoted(value)} in the target ${column.name}, so there is nothing to tell apart.`,
  };
}
