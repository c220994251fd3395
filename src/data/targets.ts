import type { TargetFacts } from '../core/network/dataReport';
import { allocate, type Numbers, sizeOf } from './arrays/numericArray';
import { classesOf } from './classes';
import { DataError } from './dataError';
import { listed } from './sentence';
import type { Standardising } from './standardise';

/** What is to be predicted, `(m, n)` example after example: class indices, numbers, or rows of one class each. */
export interface Targets {
  readonly facts: TargetFacts;
  readonly data: Numbers;
  /** Where the classes are numbers: the number each index stands for. */
  readonly values?: readonly number[];
  /** What is done to numbers on the way into a batch. */
  readonly standardise?: Standardising;
  /** Whether they are the inputs as they enter the network; `data` is empty then. */
  readonly itself?: true;
}

/** Targets of single labels `(m,)`, which are classes where `classesOf` finds them. */
export function targetsOfLabels(labels: Numbers, isWholeType: boolean): Targets {
  const values = classesOf(labels, isWholeType);
  if (!values) return { facts: { n: 1, binary: false, oneHot: false }, data: labels };
  return {
    facts: { n: 1, classes: values.map(String), binary: values.length === 2, oneHot: false },
    data: indicesOf(labels, values, 'The labels'),
    values,
  };
}

/** Targets of rows of n values `(m, n)`: one-hot where each row is zeros and a single one. */
export function targetsOfRows(rows: Numbers, n: number, names?: readonly string[]): Targets {
  const { binary, oneHot } = contents(rows, n);
  const classes = oneHot ? (names ?? Array.from({ length: n }, (_, i) => String(i))) : undefined;
  return { facts: { n, ...(classes ? { classes } : {}), binary, oneHot }, data: rows };
}

/** Targets of arrays of n values, such as masks `(m, h, w)`: never a class, though a mask may hold a single one. */
export function targetsOfArrays(data: Numbers, n: number): Targets {
  const { binary } = contents(data, n);
  const wholeValues = binary ? undefined : fewWhole(data);
  return { facts: { n, binary, oneHot: false, ofArrays: true, ...(wholeValues && { wholeValues }) }, data };
}

/** A mask has a value for each class, and perhaps one for what is none; a picture has more. */
const mostOfMask = 64;

function fewWhole(data: Numbers): number[] | undefined {
  const found = new Set<number>();
  let previous = Number.NaN;
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (value === previous) continue;
    previous = value;
    if (!Number.isInteger(value) || found.add(value).size > mostOfMask) return undefined;
  }
  return [...found].sort((a, b) => a - b);
}

/** What is known of targets that are the inputs themselves. */
export function factsOfInputs(inputShape: readonly number[]): TargetFacts {
  const ofArrays = inputShape.filter(size => size !== 1).length > 1;
  return { n: sizeOf(inputShape), binary: false, oneHot: false, ...(ofArrays ? { ofArrays } : {}) };
}

/** Targets of classes given by index. */
export function targetsOfIndices(indices: Numbers, classes: readonly string[]): Targets {
  return { facts: { n: 1, classes, binary: classes.length === 2, oneHot: false }, data: indices };
}

/** The same at each of so many steps of an example, `(m, steps)`. */
export function targetsOfSteps(indices: Numbers, steps: number, classes: readonly string[]): Targets {
  return { facts: { n: steps, steps, classes, binary: false, oneHot: false }, data: indices };
}

/** The targets of a test set, in the terms of the training set's. `what` begins a fault: `The test labels`. */
export function targetsLike(training: Targets, data: Numbers, n: number, what: string): Targets {
  if (n !== training.facts.n) {
    throw new DataError(
      `${what} have ${n} values an example, but those of the training set have ${training.facts.n}.`,
      { code: 'length-mismatch' },
    );
  }
  if (!training.values) return { facts: training.facts, data };
  return { ...training, data: indicesOf(data, training.values, what) };
}

/** The index of each label among `values`. */
function indicesOf(labels: Numbers, values: readonly number[], what: string): Numbers {
  if (labels instanceof Uint8Array && values.every((value, i) => value === i)) {
    checkRange(labels, values, what);
    return labels;
  }
  const index = new Map(values.map((value, i) => [value, i]));
  const indices = allocate(Uint16Array, labels.length, what);
  for (let i = 0; i < labels.length; i++)
    indices[i] = index.get(labels[i]!) ?? unknown(labels[i]!, values, what);
  return indices;
}

function checkRange(labels: Uint8Array, values: readonly number[], what: string): void {
  for (let i = 0; i < labels.length; i++) if (labels[i]! >= values.length) unknown(labels[i]!, values, what);
}

function unknown(label: number, values: readonly number[], what: string): never {
  throw new DataError(
    `${what} hold ${label}, which isn't among the classes of the training set: ${listed(values.map(String), 12)}.`,
    {
      code: 'unknown-class',
    },
  );
}

function contents(rows: Numbers, n: number): { binary: boolean; oneHot: boolean } {
  let oneHot = n > 1 && rows.length > 0;
  for (let at = 0; at < rows.length; at += n) {
    let ones = 0;
    for (let j = at; j < at + n; j++) {
      if (rows[j] !== 0 && rows[j] !== 1) return { binary: false, oneHot: false };
      ones += rows[j]!;
    }
    if (ones !== 1) oneHot = false;
  }
  return { binary: true, oneHot };
}
