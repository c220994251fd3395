import type { DataReport } from '../core/network/dataReport';
import { defaultSplit } from '../core/network/defaultSplit';
import { type DataSettings, isReconstruction, isStandardisedTarget } from '../core/network/schema';
import { sizeOf } from './arrays/numericArray';
import { DataError } from './dataError';
import { checkReconstruction, newSurvey, reportOf } from './describe';
import { Examples, type Inputs } from './examples';
import type { Files } from './files';
import { fillGaps, withMeans } from './fillGaps';
import type { Preprocessing } from './preprocessing';
import { mostRanges, rangesOf } from './ranges';
import { part, type Reading, report } from './reading';
import { isInFile } from './rows/rowsInFile';
import { describeSource, type RawData, type RawSet, type Survey } from './sources';
import { splitRows } from './split';
import { checkStandardising, keptStandardising, meanAndDeviation, type Standardising } from './standardise';
import { amountsOf } from './tables/encoding';
import { labelFigures } from './targetFigures';
import { numberTargets } from './targetNumbers';
import { factsOfInputs, type Targets } from './targets';

export interface LoadedData {
  readonly train: Examples;
  /** Undefined where no test set is named and the split is 0. */
  readonly test: Examples | undefined;
  /** What was learnt from the training set (means, encodings, classes): kept with the model, applied in predict. */
  readonly preprocessing: Preprocessing;
  readonly report: DataReport;
  /** To be called in the end: releases the files in which data were left. */
  close(): Promise<void>;
}

export interface LoadOptions {
  /** What a training has learnt, for the data of a trained model. */
  readonly learnt?: Preprocessing;
  /** Bytes in a file beyond which an array of inputs stays there (512 MB where it isn't said). */
  readonly streamAbove?: number;
}

/**
 * Reads the data for training, or, with what a training has learnt, the data of a trained model. Inputs that are too many
 * for memory stay in their file. A user's fault rejects with `DataError`, whose message is one clear sentence.
 */
export async function loadData(
  settings: DataSettings,
  files: Files,
  reading?: Reading,
  { learnt, streamAbove }: LoadOptions = {},
): Promise<LoadedData> {
  const survey = newSurvey(files, part(reading, 0, 0.3), learnt, streamAbove);
  const close = async () => {
    await Promise.all(survey.left.map(rows => rows.close()));
  };
  try {
    return { ...(await load(settings, survey, reading)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function load(
  settings: DataSettings,
  survey: Survey,
  reading: Reading | undefined,
): Promise<Omit<LoadedData, 'close'>> {
  checkReconstruction(settings);
  const described = await describeSource(settings, survey);
  const fault = survey.faults.find(({ severity }) => severity === 'error');
  if (fault) throw new DataError(fault.message, fault);
  const raw = await described.load(part(reading, 0.3, 0.9));
  const sets = await assemble(settings, raw, described.inputNames, survey.learnt, part(reading, 0.9, 1));
  report(reading, 1);
  // of many labels a description doesn't know the classes
  const { trainTargets, ...loaded } = sets;
  const targets = labelFigures(trainTargets.facts, trainTargets.data);
  return { ...loaded, report: reportOf(settings, { ...described, targets }, survey, sets.preprocessing) };
}

/** Splits, fills gaps and works out the standardising, in this order and from the training rows alone. */
async function assemble(
  settings: DataSettings,
  raw: RawData,
  names: readonly string[] | undefined,
  learnt: Preprocessing | undefined,
  reading: Reading | undefined,
) {
  const {
    data,
    shape: [m = 0, ...shape],
  } = raw.train.inputs;
  const rows = raw.test
    ? { train: undefined, test: undefined }
    : await splitRows(m, settings.split ?? defaultSplit, reading);
  const trainM = rows.train?.length ?? m;

  // a table is always in memory
  const columns =
    raw.columns && !learnt && !isInFile(data)
      ? withMeans(raw.columns, data, rows.train, trainM)
      : raw.columns;
  for (const set of raw.test ? [raw.train, raw.test] : [raw.train])
    if (columns && !isInFile(set.inputs.data)) fillGaps(columns, set.inputs.data);

  const ranges =
    !learnt && !isOfTokens(raw) && !isInFile(data) && shape.length === 1 && sizeOf(shape) <= mostRanges
      ? rangesOf(data, sizeOf(shape), rows.train, trainM)
      : undefined;
  const scale = settings.scale ?? 1;
  const standardise = learnt
    ? keptStandardising(learnt.standardise)
    : settings.standardise
      ? await meanAndDeviation({ data, width: sizeOf(shape), m, rows: rows.train }, scale, reading)
      : undefined;
  if (standardise) checkStandardising(standardise, j => names?.[j] ?? `Input ${j + 1}`);
  const inputsOf = (set: RawSet): Inputs => ({
    data: set.inputs.data,
    shape,
    scale,
    normaliseRows: settings.normaliseRows ?? false,
    ...(names ? { names } : {}),
    ...(columns ? { amounts: amountsOf(columns) } : {}),
    ...(standardise ? { standardise } : {}),
  });
  const trainInputs = inputsOf(raw.train);
  const { trainTargets, testTargets, standardiseTarget } = await preparedTargets(
    settings,
    raw,
    rows.train,
    learnt,
  );
  const train = new Examples(trainInputs, trainTargets, rows.train, trainM);
  const test = raw.test
    ? new Examples(inputsOf(raw.test), testTargets, undefined, raw.test.inputs.shape[0]!)
    : rows.test && new Examples(trainInputs, trainTargets, rows.test, rows.test.length);

  const { facts, values } = trainTargets;
  const preprocessing: Preprocessing = learnt ?? {
    inputShape: shape,
    ...(names ? { inputNames: names } : {}),
    ...(columns ? { columns } : {}),
    ...(raw.inputNotations ? { notations: raw.inputNotations } : {}),
    ...(raw.table ? { table: raw.table } : {}),
    ...(ranges ? { ranges } : {}),
    ...(settings.scale === undefined ? {} : { scale }),
    ...(standardise ? { standardise: kept(standardise) } : {}),
    ...(settings.normaliseRows ? { normaliseRows: true } : {}),
    ...(standardiseTarget ? { standardiseTarget: kept(standardiseTarget) } : {}),
    ...(raw.image ? { image: raw.image } : {}),
    ...(raw.text ? { text: raw.text } : {}),
    targets: {
      names: targetNames(settings),
      ...(facts.classes ? { classes: facts.classes } : {}),
      ...(values ? { values } : {}),
      binary: facts.binary,
      ...(raw.targetNotations ? { notations: raw.targetNotations } : {}),
    },
  };
  return { train, test, preprocessing, trainTargets };
}

/**
 * What the outputs are compared with: the labels; the inputs themselves; or, where they are to be standardised, the labels as
 * numbers with what is done to them, worked out from the rows that are learnt from.
 */
async function preparedTargets(
  settings: DataSettings,
  raw: RawData,
  rows: Uint32Array | undefined,
  learnt: Preprocessing | undefined,
): Promise<{ trainTargets: Targets; testTargets: Targets; standardiseTarget?: Standardising }> {
  const given = raw.train.targets;
  if (isReconstruction(settings)) {
    const [, ...shape] = raw.train.inputs.shape;
    const itself: Targets = { facts: factsOfInputs(shape), data: new Float64Array(0), itself: true };
    return { trainTargets: itself, testTargets: itself };
  }
  if (!isStandardisedTarget(settings))
    return { trainTargets: given, testTargets: raw.test?.targets ?? given };
  const numbers = numberTargets(given);
  const { data, facts } = numbers;
  const standardise = learnt
    ? keptStandardising(learnt.standardiseTarget)
    : await meanAndDeviation({ data, width: facts.n, m: data.length / facts.n, rows }, 1);
  if (standardise) checkStandardising(standardise, j => targetNames(settings)[j] ?? 'The target');
  const like = (targets: Targets): Targets => ({ ...targets, ...(standardise ? { standardise } : {}) });
  return {
    trainTargets: like(numbers),
    testTargets: like(raw.test ? numberTargets(raw.test.targets) : numbers),
    ...(standardise ? { standardiseTarget: standardise } : {}),
  };
}

/** Whether the inputs are indices, which have no range. */
const isOfTokens = ({ text, columns }: RawData) =>
  text !== undefined || columns?.some(({ as }) => as === 'text') === true;

function kept({ mean, deviation }: Standardising): { mean: number[]; deviation: number[] } {
  return { mean: Array.from(mean), deviation: Array.from(deviation) };
}

function targetNames(settings: DataSettings): readonly string[] {
  if (!('target' in settings)) return ['y'];
  return Array.isArray(settings.target) ? settings.target : [settings.target];
}
