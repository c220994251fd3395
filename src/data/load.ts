import type { DataReport } from '../core/network/dataReport';
import type { DataSettings } from '../core/network/schema';
import { sizeOf } from './arrays/numericArray';
import { DataError } from './dataError';
import { newSurvey, reportOf } from './describe';
import { Examples, type Inputs } from './examples';
import type { Files } from './files';
import { fillGaps, withMeans } from './fillGaps';
import type { Preprocessing } from './preprocessing';
import { part, type Reading, report } from './reading';
import { describeSource, type RawData, type RawSet } from './sources';
import { defaultSplit, splitRows } from './split';
import { meanAndDeviation, standardiseOf } from './standardise';

export interface LoadedData {
  readonly train: Examples;
  /** Undefined where no test set is named and the split is 0. */
  readonly test: Examples | undefined;
  /** What was learnt from the training set (means, encodings, classes): kept with the model, applied in predict. */
  readonly preprocessing: Preprocessing;
  readonly report: DataReport;
}

/**
 * Reads the data for training, or, with what a training has learnt, the data of a trained model. A user's fault rejects
 * with `DataError`, whose message is one clear sentence.
 */
export async function loadData(
  settings: DataSettings,
  files: Files,
  reading?: Reading,
  learnt?: Preprocessing,
): Promise<LoadedData> {
  const survey = newSurvey(files, part(reading, 0, 0.3), learnt);
  const described = await describeSource(settings, survey);
  const fault = survey.faults.find(({ severity }) => severity === 'error');
  if (fault) throw new DataError(fault.message, fault);
  const raw = await described.load(part(reading, 0.3, 0.9));
  const sets = assemble(settings, raw, described.inputNames, learnt, part(reading, 0.9, 1));
  report(reading, 1);
  return { ...sets, report: reportOf(settings, described, survey) };
}

/** Splits, fills gaps and works out the standardising, in this order and from the training rows alone. */
function assemble(
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
    : splitRows(m, settings.split ?? defaultSplit);
  const trainM = rows.train?.length ?? m;

  const columns = learnt ? raw.columns : raw.columns && withMeans(raw.columns, data, rows.train, trainM);
  if (columns)
    for (const set of raw.test ? [raw.train, raw.test] : [raw.train]) fillGaps(columns, set.inputs.data);

  const scale = settings.scale ?? 1;
  const standardise = learnt
    ? standardiseOf(learnt)
    : settings.standardise
      ? meanAndDeviation(data, sizeOf(shape), rows.train, trainM, scale, reading)
      : undefined;
  const inputsOf = (set: RawSet): Inputs => ({
    data: set.inputs.data,
    shape,
    scale,
    normaliseRows: settings.normaliseRows ?? false,
    ...(names ? { names } : {}),
    ...(standardise ? { standardise } : {}),
  });
  const trainInputs = inputsOf(raw.train);
  const train = new Examples(trainInputs, raw.train.targets, rows.train, trainM);
  const test = raw.test
    ? new Examples(inputsOf(raw.test), raw.test.targets, undefined, raw.test.inputs.shape[0]!)
    : rows.test && new Examples(trainInputs, raw.train.targets, rows.test, rows.test.length);

  const { facts } = raw.train.targets;
  const preprocessing: Preprocessing = learnt ?? {
    inputShape: shape,
    ...(names ? { inputNames: names } : {}),
    ...(columns ? { columns } : {}),
    ...(settings.scale === undefined ? {} : { scale }),
    ...(standardise
      ? { standardise: { mean: Array.from(standardise.mean), deviation: Array.from(standardise.deviation) } }
      : {}),
    ...(settings.normaliseRows ? { normaliseRows: true } : {}),
    ...(raw.image ? { image: raw.image } : {}),
    targets: {
      names: targetNames(settings),
      ...(facts.classes ? { classes: facts.classes } : {}),
      ...(raw.train.targets.values ? { values: raw.train.targets.values } : {}),
      binary: facts.binary,
    },
  };
  return { train, test, preprocessing };
}

function targetNames(settings: DataSettings): readonly string[] {
  if (!('target' in settings)) return ['y'];
  return Array.isArray(settings.target) ? settings.target : [settings.target];
}
