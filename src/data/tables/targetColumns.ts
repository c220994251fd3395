import type { DataFault, TargetFacts } from '../../core/network/dataReport';
import { DataError } from '../dataError';
import type { Preprocessing } from '../preprocessing';
import { listed, numbered, quoted } from '../sentence';
import { askedRole, type ColumnRole, type ColumnRoles, checkRole, treatmentOf } from './columnRole';
import { type ColumnScan, distinctLimit } from './columnScan';
import { isGap, isGapAmongNumbers } from './gaps';
import type { Notation } from './numbers/notation';
import { plainNumber } from './numbers/plainNumber';
import { sayRounded } from './sayRounded';
import { slipFault, slipIn } from './slip';
import { sortedValues } from './sortedValues';

/** How the target columns of a table are read. */
export interface TargetColumns {
  readonly names: readonly string[];
  readonly facts: TargetFacts;
  /** Where the classes are numbers: the number each stands for. */
  readonly values?: readonly number[];
  /** How the numbers of each are written; absent for texts, and in runs from before it was kept. */
  readonly notations?: readonly Notation[];
  readonly choices: readonly string[];
  readonly faults: readonly DataFault[];
}

const classLimit = 20;

/** Classes where the target is text or few whole numbers that come again, else numbers. */
export function chooseTarget(
  columns: readonly ColumnScan[],
  roles: ColumnRoles,
  rows: number,
): TargetColumns {
  return columns.length === 1
    ? single(columns[0]!, askedRole(roles, columns[0]!.name), rows)
    : several(columns);
}

/** Whether a cell says that the target of its row isn't known. */
export function targetGap({
  facts,
  values,
}: Pick<TargetColumns, 'facts' | 'values'>): (cell: string) => boolean {
  const { classes } = facts;
  const isNumeric = !classes || values || classes.every(name => !Number.isNaN(plainNumber(name)));
  const known = new Set(classes);
  return cell => (isNumeric ? isGapAmongNumbers(cell) : isGap(cell)) && !known.has(cell.trim());
}

/** The targets in the terms of a training, whatever the table holds now. */
export function learntTarget({ targets }: Preprocessing, names: readonly string[]): TargetColumns {
  const { classes, values, binary, notations } = targets;
  return {
    names,
    facts: { n: names.length, binary, oneHot: false, ...(classes ? { classes } : {}) },
    ...(values ? { values } : {}),
    ...(notations ? { notations } : {}),
    choices: [],
    faults: [],
  };
}

function single(column: ColumnScan, role: ColumnRole | undefined, rows: number): TargetColumns {
  const { name } = column;
  if (role === 'ignore') {
    throw new DataError(`Column ${name} is the target, so it can't be ignored.`, {
      code: 'bad-column',
      field: `data.columns.${name}`,
    });
  }
  if (role === 'date' || role === 'day-first' || role === 'month-first') {
    throw new DataError(`Column ${name} is the target, and dates can't be predicted.`, {
      code: 'bad-column',
      field: `data.columns.${name}`,
    });
  }
  if (role) checkRole(column, role);
  // classes come again, however many there are
  const slip = role ? undefined : slipIn(column, 0.5 * column.filled);
  if (slip?.others === 'number') {
    const ways = `leave it empty and its row out, or say "one-hot" for ${name} under columns if its values are classes`;
    throw slipFault(column, slip, ways);
  }
  const values = differentValues(column);
  const isWhole = column.isNumeric && column.whole;
  const isClasses = role
    ? treatmentOf(role) !== 'number'
    : !column.isNumeric || isFewWhole(column, values, rows) || isCodes(column, values, rows);
  const faults = values?.length === 1 ? [oneClass(column)] : [];
  if (!isClasses) {
    const again = isWhole && values && values.length * 2 <= rows;
    const wholeNumbers = again ? { column: name, different: values.length } : undefined;
    return {
      names: [name],
      facts: {
        n: 1,
        binary: false,
        oneHot: false,
        ...(wholeNumbers && role === undefined ? { wholeNumbers } : {}),
      },
      notations: [column.notation],
      choices: sayRounded(column),
      faults,
    };
  }
  checkClassCount(column, values, rows);
  const isAmount = column.isNumeric && column.code === undefined;
  return {
    names: [name],
    facts: { n: 1, classes: values, binary: values.length === 2, oneHot: false },
    ...(isAmount ? { values: values.map(Number), notations: [column.notation] } : {}),
    choices: isAmount ? [] : [`The classes of ${name} are ${numbered(values)}.`],
    faults,
  };
}

/** 001, 002 and so on, each of which comes again. */
function isCodes(column: ColumnScan, values: readonly string[] | undefined, rows: number): boolean {
  return values !== undefined && values.length * 2 <= rows && column.code !== undefined;
}

/** Few whole numbers that come again: more likely classes than amounts. */
function isFewWhole(column: ColumnScan, values: readonly string[] | undefined, rows: number): boolean {
  if (!values || !column.isNumeric || !column.whole || values.length > classLimit) return false;
  return values.length <= 2 || values.length * 2 <= rows;
}

function checkClassCount(
  { name, isNumeric }: ColumnScan,
  values: readonly string[] | undefined,
  rows: number,
): asserts values {
  if (!values) {
    const what = `has more than ${distinctLimit} different values, too many classes to tell apart`;
    throw new DataError(`The target ${name} ${what}.`, { code: 'bad-column' });
  }
  if (!isNumeric && values.length > 2 && values.length > 0.5 * rows) {
    const what = `has ${values.length} different texts in ${rows} rows, so it names rows, not classes`;
    throw new DataError(`The target ${name} ${what}. Take another column.`, { code: 'bad-column' });
  }
}

/**
 * The different values; `1` and `1.0` are one, written the shorter way, but 01 and 1 are two codes. Undefined where there
 * are too many.
 */
function differentValues(column: ColumnScan): readonly string[] | undefined {
  if (!column.distinct) return undefined;
  const values = sortedValues(column);
  if (!column.isNumeric || column.code !== undefined) return values;
  return [...new Set(values.map(value => column.numberOf(value)))].map(String);
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
      sortedValues(column).every(cell => column.numberOf(cell) === 0 || column.numberOf(cell) === 1),
  );
  return {
    names: columns.map(({ name }) => name),
    facts: { n: columns.length, binary, oneHot: false },
    notations: columns.map(({ notation }) => notation),
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
