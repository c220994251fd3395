import type { DataFacts, DataReport } from '../core/network/dataReport';
import { defaultSplit } from '../core/network/defaultSplit';
import { type DataSettings, isReconstruction, isStandardisedTarget } from '../core/network/schema';
import { DataError } from './dataError';
import { faultOf } from './faultOf';
import type { Files } from './files';
import type { Preprocessing } from './preprocessing';
import type { Reading } from './reading';
import { counted } from './sentence';
import { type Described, describeSource, type Survey } from './sources';
import { testCount } from './split';
import { numberFacts } from './targetNumbers';
import { factsOfInputs } from './targets';

/** Reads headers (and counts the rows of a table): never the whole of a large array. Never throws for a user's fault. */
export async function describeData(
  settings: DataSettings,
  files: Files,
  reading?: Reading,
): Promise<DataReport> {
  const survey = newSurvey(files, reading);
  try {
    const described = await describeSource(settings, survey);
    checkReconstruction(settings);
    const targets = isReconstruction(settings)
      ? factsOfInputs(described.inputShape)
      : isStandardisedTarget(settings)
        ? numberFacts(described.targets)
        : described.targets;
    return reportOf(settings, { ...described, targets }, survey);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { faults: [faultOf(error), ...survey.faults], files: [...survey.paths] };
  }
}

export function newSurvey(
  files: Files,
  reading: Reading | undefined,
  learnt?: Preprocessing,
  streamAbove?: number,
): Survey {
  return { files, reading, learnt, streamAbove, left: [], paths: new Set(), choices: [], faults: [] };
}

/** @param learnt what was worked out from the data, where they were read */
export function reportOf(
  settings: DataSettings,
  described: Described,
  survey: Survey,
  learnt?: Preprocessing,
): DataReport {
  const { m, testM, inputShape, inputType, inputNames, inputFigures, tokens, leftOutText, targets } =
    described;
  const split = settings.split ?? defaultSplit;
  const kept = testM === undefined ? testCount(m, split) : 0;
  const facts: DataFacts = {
    inputShape,
    examples: { train: m - kept, test: testM ?? kept },
    targets,
    ...(inputType ? { inputType } : {}),
    ...(inputNames ? { inputNames } : {}),
    ...(inputFigures ? { inputFigures } : {}),
    ...(tokens ? { tokens } : {}),
    ...(leftOutText === undefined ? {} : { leftOutText }),
    choices: [
      ...survey.choices,
      ...commonChoices(settings, m - kept, testM, kept),
      ...targetChoices(settings, learnt),
    ],
  };
  return { facts, faults: survey.faults, files: [...survey.paths] };
}

/** What is given back is given back as it enters. Throws where the labels are to be standardised all the same. */
export function checkReconstruction(settings: DataSettings): void {
  if (!isReconstruction(settings) || !isStandardisedTarget(settings)) return;
  throw new DataError(
    'With "reconstruct" the example itself is what is to be predicted, as it enters the network, so there is no target to standardise. Remove "standardiseTarget".',
    { code: 'bad-value', field: 'data.standardiseTarget' },
  );
}

/** Which figures are in which units. */
function targetChoices(settings: DataSettings, learnt: Preprocessing | undefined): string[] {
  if (isReconstruction(settings))
    return [
      'What is to be predicted is the example itself, as it enters the network; the labels aren’t used.',
    ];
  if (!isStandardisedTarget(settings)) return [];
  const { mean: [mean] = [], deviation: [deviation, ...others] = [] } = learnt?.standardiseTarget ?? {};
  const figures =
    mean === undefined || deviation === undefined || others.length > 0
      ? 'its mean and standard deviation in the training set'
      : `the mean ${sixDigits(mean)} and the standard deviation ${sixDigits(deviation)} of the training set`;
  return [
    `The target is standardised with ${figures}: the cost is that of the standardised numbers, while predictions and errors are in the target’s own units.`,
  ];
}

const sixDigits = (value: number) => String(Number(value.toPrecision(6)));

function commonChoices(
  settings: DataSettings,
  train: number,
  testM: number | undefined,
  kept: number,
): string[] {
  const choices: string[] = [];
  const split = settings.split ?? defaultSplit;
  if (testM !== undefined) choices.push(`${counted(train, 'example')} train, ${testM} test.`);
  else if (kept > 0)
    choices.push(`${counted(train, 'example')} train, ${kept} test (split with seed ${split.seed}).`);
  else choices.push(`${counted(train, 'example')} train, no test set.`);
  if (settings.scale !== undefined) choices.push(`Every input is divided by ${settings.scale}.`);
  if (settings.standardise)
    choices.push('Each input is standardised with the mean and standard deviation of the training set.');
  if (settings.normaliseRows) choices.push('Each example x becomes x / ‖x‖.');
  return choices;
}
