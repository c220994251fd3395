import type { DataSettings } from '../../core/network/schema';
import { formatShape } from '../../core/shape';
import { checkFinite } from '../arrays/checkFinite';
import { type Numbers, sizeOf, storedBytes } from '../arrays/numericArray';
import { reverseAxes } from '../arrays/reorder';
import { canRound, firstRounded, sayRounded } from '../arrays/rounded';
import { atField, DataError } from '../dataError';
import { faultOf } from '../faultOf';
import type { Preprocessing } from '../preprocessing';
import { part, type Reading } from '../reading';
import { isInFile } from '../rows/rowsInFile';
import { bytesText, counted } from '../sentence';
import { labelFigures } from '../targetFigures';
import { type Targets, targetsLike, targetsOfArrays, targetsOfLabels, targetsOfRows } from '../targets';
import { splitAddress } from './address';
import {
  type ArrayOfRows,
  type FoundArray,
  findArray,
  type Notations,
  openArray,
  readArray,
  stays,
} from './arrayAddress';
import { type ExampleAxes, lengthMismatch, matchExamples } from './matchExamples';
import type { Described, RawSet, Survey } from './source';

type ArraySettings = Extract<DataSettings, { train: unknown }>;

/** Labels up to this size are read for a description, to find their classes. */
const labelLimit = 256 * 2 ** 20;

/** Inputs and labels in arrays: NPY, NPZ, HDF5, IDX, tables of numbers. */
export async function describeArrays(settings: ArraySettings, survey: Survey): Promise<Described> {
  const train = await describePair(settings.train, 'data.train', survey);
  const test = settings.test && (await describePair(settings.test, 'data.test', survey, train));
  if (test && test.inputShape.join() !== train.inputShape.join()) {
    throw new DataError(
      `${test.x.address} has examples of shape ${formatShape(test.inputShape)}, but those of ${train.x.address} have ${formatShape(train.inputShape)}.`,
      { code: 'length-mismatch', field: 'data.test.x' },
    );
  }
  const targets = await describeLabels(train, survey);
  return {
    inputShape: train.inputShape,
    inputType: train.x.type,
    m: train.axes.m,
    testM: test?.axes.m,
    targets: targets.facts,
    load: async reading => {
      const trainSet = await loadPair(train, survey, part(reading, 0, test ? 0.8 : 1));
      const testSet = test && (await loadPair(test, survey, part(reading, 0.8, 1), trainSet.targets));
      const inputNotations = notationsOf(train.x, train.axes.xTransposed ? 1 : sizeOf(train.inputShape));
      const targetNotations = notationsOf(train.y, train.axes.n);
      return {
        train: trainSet,
        ...(testSet ? { test: testSet } : {}),
        ...(inputNotations ? { inputNotations } : {}),
        ...(targetNotations ? { targetNotations } : {}),
      };
    },
  };
}

/** x and y, matched. */
interface Pair {
  readonly field: string;
  readonly x: FoundArray;
  readonly y: FoundArray;
  readonly axes: ExampleAxes;
  readonly inputShape: readonly number[];
}

async function describePair(
  source: { readonly x: string; readonly y: string },
  field: string,
  survey: Survey,
  like?: Pair,
): Promise<Pair> {
  for (const address of [source.x, source.y])
    survey.paths.add(survey.files.resolve(splitAddress(address).file));
  const known = {
    x: survey.learnt?.notations ?? like?.x.notations,
    y: survey.learnt?.targets.notations ?? like?.y.notations,
  };
  const find = (key: 'x' | 'y') =>
    atField(`${field}.${key}`, () => findArray(survey.files, source[key], survey.reading, known[key]));
  // both are looked for, so that both faults are told
  const [foundX, foundY] = await Promise.allSettled([find('x'), find('y')]);
  if (foundX.status === 'rejected') {
    if (foundY.status === 'rejected' && foundY.reason instanceof DataError)
      survey.faults.push(faultOf(foundY.reason));
    throw foundX.reason;
  }
  if (foundY.status === 'rejected') throw foundY.reason;
  const x = foundX.value;
  const y = foundY.value;
  survey.choices.push(...x.choices, ...y.choices);
  const axes = matchExamples(x.shape, y.shape);
  if (!axes)
    throw lengthMismatch(
      { name: x.address, shape: x.shape },
      { name: y.address, shape: y.shape },
      `${field}.y`,
    );
  if (axes.m === 0 || sizeOf(x.shape) === 0)
    throw new DataError(`${x.address} holds no examples.`, { code: 'no-examples', field: `${field}.x` });
  if (axes.xTransposed) {
    survey.choices.push(
      `${x.address} is ${formatShape(x.shape)} with ${counted(axes.m, 'label')}, so each column is an example (n_x, m).`,
    );
  }
  if (!axes.xTransposed && stays(x, survey.streamAbove)) {
    if (canRound(x.type))
      survey.choices.push(
        `${x.address} holds ${x.type}: whole numbers beyond 2⁵³, if there are any, are rounded.`,
      );
    survey.choices.push(
      `The ${bytesText(storedBytes(x))} of ${x.address} stay in the file: the examples of a batch are read while the one before is computed.`,
    );
  }
  const inputShape = axes.xTransposed ? [x.shape[0]!] : x.shape.length === 1 ? [1] : x.shape.slice(1);
  return { field, x, y, axes, inputShape };
}

/** How the numbers of a table are written, one for all or one for each of `width` values of an example. */
function notationsOf({ notations }: FoundArray, width: number): Notations {
  return notations && (notations.length === 1 || notations.length === width) ? notations : undefined;
}

async function describeLabels(pair: Pair, survey: Survey): Promise<Pick<Targets, 'facts'>> {
  if (storedBytes(pair.y) > labelLimit) {
    const { n, ofArrays } = pair.axes;
    return { facts: { n, binary: false, oneHot: false, ...(ofArrays ? { ofArrays } : {}) } };
  }
  const targets = await readTargets(pair, survey);
  const { classes } = targets.facts;
  if (targets.values?.some((value, index) => value !== index)) {
    survey.choices.push(
      `The labels ${targets.values.join(', ')} become the classes 0 to ${targets.values.length - 1}.`,
    );
  }
  if (targets.facts.n === 1 && isConstant(targets.data)) {
    survey.faults.push({
      code: 'one-class',
      severity: 'warning',
      field: `${pair.field}.y`,
      message: `All labels of ${pair.y.address} are ${classes ? classes[targets.data[0]!] : targets.data[0]}, so there is nothing to tell apart.`,
    });
  }
  return { facts: labelFigures(targets.facts, targets.data) };
}

async function readTargets(
  pair: Pair,
  survey: Survey,
  reading?: Reading,
  training?: Targets,
): Promise<Targets> {
  return atField(`${pair.field}.y`, async () => {
    const array = await readArray(survey.files, pair.y.address, reading, pair.y.notations);
    checkShape(array, pair.y);
    const { n, yTransposed } = pair.axes;
    const data = yTransposed && n > 1 ? reverseAxes(array, pair.y.address).data : array.data;
    checkFinite(data, pair.y.address);
    const terms = training ?? learntLabels(survey.learnt, data);
    const rounded = firstRounded(pair.y.type, data);
    if (rounded !== undefined) tellRounded(survey, pair.y.address, rounded);
    if (terms) return targetsLike(terms, data, n, `The labels of ${pair.y.address}`);
    if (pair.axes.ofArrays) return targetsOfArrays(data, n);
    if (n > 1) return targetsOfRows(data, n);
    const targets = targetsOfLabels(data, /int|bool/.test(pair.y.type));
    if (rounded !== undefined && targets.facts.classes) throw toldApart(pair.y.address, rounded);
    return targets;
  });
}

function tellRounded(survey: Survey, address: string, value: number): void {
  const sentence = sayRounded(address, value);
  if (!survey.choices.includes(sentence)) survey.choices.push(sentence);
}

function toldApart(address: string, value: number): DataError {
  return new DataError(
    `The labels of ${address} have whole numbers beyond 2⁵³, such as ${BigInt(value)}, of which two may be the same here. Number them from 0: np.unique(y, return_inverse=True)[1].`,
    { code: 'bad-data-file' },
  );
}

/** Labels in the terms of a training that took them for classes. */
function learntLabels(learnt: Preprocessing | undefined, data: Numbers): Targets | undefined {
  const { classes, values, binary } = learnt?.targets ?? {};
  if (!classes || !values) return undefined;
  return { facts: { n: 1, classes, binary: binary ?? false, oneHot: false }, values, data };
}

async function loadPair(
  pair: Pair,
  survey: Survey,
  reading: Reading | undefined,
  training?: Targets,
): Promise<RawSet> {
  const targets = await readTargets(pair, survey, part(reading, 0, 0.1), training);
  const inputs = await atField(`${pair.field}.x`, async () => {
    const shape = [pair.axes.m, ...pair.inputShape];
    const rest = part(reading, 0.1, 1);
    if (pair.axes.xTransposed) {
      const array = await readArray(survey.files, pair.x.address, rest, pair.x.notations);
      check(array, pair.x, survey);
      return { shape, data: reverseAxes(array, pair.x.address).data };
    }
    const array = await openArray(survey.files, pair.x.address, survey.streamAbove, rest, pair.x.notations);
    if (isInFile(array.data)) survey.left.push(array.data);
    check(array, pair.x, survey);
    return { shape, data: array.data };
  });
  return { inputs, targets };
}

/** Rows that stay in their file are checked as they are read. */
function check(array: ArrayOfRows, found: FoundArray, survey: Survey): void {
  checkShape(array, found);
  if (isInFile(array.data)) return;
  checkFinite(array.data, found.address);
  const rounded = firstRounded(found.type, array.data);
  if (rounded !== undefined) tellRounded(survey, found.address, rounded);
}

/** The file may have been written anew since it was described. */
function checkShape(array: ArrayOfRows, found: FoundArray): void {
  if (array.shape.join() === found.shape.join()) return;
  throw new DataError(`${found.address} was changed while it was being read; try again.`, {
    code: 'file-changed',
  });
}

function isConstant(data: Numbers): boolean {
  return data.every(value => value === data[0]);
}
