import { defaultSplit } from '../../core/network/defaultSplit';
import type { DataSettings } from '../../core/network/schema';
import type { Numbers } from '../arrays/numericArray';
import { atField, DataError } from '../dataError';
import { part } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { targetsOfIndices, targetsOfSteps } from '../targets';
import { type ReadText, readText } from '../text/readText';
import { splitTokens } from '../text/splitTokens';
import { tokenName } from '../text/tokenise';
import { indicesOf, unknown, type Vocabulary, vocabularyOf } from '../text/vocabulary';
import { type Cut, mostStarts, startsOf, type Windows, windowsOf } from '../text/windows';
import type { Described, RawSet, Survey } from './source';

type TextSettings = Extract<DataSettings, { text: unknown }>;

/** A text whose runs of `window` tokens are the examples, and what follows each is what is to be predicted. */
export async function describeText(settings: TextSettings, survey: Survey): Promise<Described> {
  checkUnchanged(settings);
  const { window, tokens: kind } = settings;
  const { learnt, choices, files, reading } = survey;
  const read = (address: string): Promise<ReadText> => {
    survey.paths.add(files.resolve(address));
    return readText(files, address, kind);
  };
  const whole = await atField('data.text', () => read(settings.text));
  const other =
    settings.test === undefined ? undefined : await atField('data.test', () => read(settings.test!));
  choices.push(...whole.choices, ...(other?.choices ?? []));
  const { train, test } = other
    ? { train: whole.tokens, test: other.tokens }
    : splitTokens(
        whole.tokens,
        kind === 'bytes' ? '0a' : '\n',
        settings.splitBy,
        settings.split ?? defaultSplit,
      );
  if (settings.splitBy === 'lines' && !test && (settings.split ?? defaultSplit).test > 0) {
    throw new DataError(
      `${settings.text} has one line only, so lines can’t be drawn for the test set. Split it by place.`,
      { code: 'no-examples', field: 'data.splitBy', suggestions: ['place'] },
    );
  }
  const text =
    learnt?.text ??
    (await vocabularyOf(train, kind, settings.vocabulary, settings.text, part(reading, 0, 0.5)));
  const classes = text.vocabulary.map(tokenName);
  const size = text.vocabulary.length;
  const trainIndices = await indicesOf(train, text, part(reading, 0.5, 0.8));
  const testIndices = test && (await indicesOf(test, text, part(reading, 0.8, 1)));
  const every = settings.everyStep === true;
  const cut: Cut = { length: window, stride: settings.stride ?? (every ? window : 1), every };
  const m = startsOf(trainIndices, cut).length;
  const testM = testIndices && startsOf(testIndices, cut).length;
  if (m === 0) throw tooShort(settings, train.length, test !== undefined && !other);
  choices.push(
    `${counted(size, `different ${kind.slice(0, -1)}`, `different ${kind}`)}: ${listed(classes, 12)}.${text.others ? ' The last stands for all others.' : ''}`,
    every
      ? `An example is ${counted(window, kind.slice(0, -1), kind)}, and what is to be predicted is the one behind each of them.`
      : `An example is ${counted(window, kind.slice(0, -1), kind)}, and what is to be predicted is the next one.`,
  );
  if (test && !other) choices.push(sayPart(settings));
  const strange = [...new Set(test?.filter((_, i) => testIndices![i] === unknown))].sort().map(tokenName);
  if (testM === 0) throw nothingToTest(settings, test!.length, strange);
  const leftOut = testIndices ? Math.max(0, mostStarts(testIndices.length, cut) - testM!) : 0;
  if (leftOut > 0) {
    choices.push(
      `${counted(leftOut, 'example')} of the test set ${leftOut === 1 ? 'holds' : 'hold'} ${kind} that aren’t in the part that is learnt from, ${listed(strange.map(quoted))}, and ${leftOut === 1 ? 'is' : 'are'} left out.`,
    );
  }
  const targetsOf = (next: Numbers) =>
    every ? targetsOfSteps(next, window, classes) : targetsOfIndices(next, classes);
  const setOf = ({ m, inputs, next }: Windows): RawSet => ({
    inputs: { shape: [m, window], data: inputs },
    targets: targetsOf(next),
  });
  return {
    inputShape: [window],
    m,
    testM,
    tokens: { of: kind, vocabulary: size },
    targets: targetsOf(new Uint16Array(0)).facts,
    load: async () => ({
      train: setOf(windowsOf(trainIndices, cut, size, settings.text)),
      ...(testM === undefined ? {} : { test: setOf(windowsOf(testIndices!, cut, size, settings.text)) }),
      text: { ...text, lead: leadOf(trainIndices, lineEnd(text), window) },
    }),
  };
}

/** The last `window` indices up to the end of a line, all of them known; those of the first example where there is no such line. */
function leadOf(indices: Uint32Array, end: number, window: number): number[] {
  const starts = startsOf(indices, { length: window - 1, stride: 1 });
  const last = starts.findLast(start => indices[start + window - 1] === end) ?? starts[0]!;
  return [...indices.subarray(last, last + window)];
}

const lineEnd = ({ tokens, vocabulary }: Vocabulary) => vocabulary.indexOf(tokens === 'bytes' ? '0a' : '\n');

/** Indices are names, which neither scaling nor standardising leaves as they are. */
function checkUnchanged(settings: TextSettings): void {
  for (const field of ['scale', 'standardise', 'normaliseRows', 'reconstruct'] as const) {
    if (!settings[field]) continue;
    throw new DataError(
      `The inputs of a text are indices of tokens, which are names and no amounts, so "${field}" means nothing there. Remove it.`,
      { code: 'bad-value', field: `data.${field}` },
    );
  }
}

function tooShort({ text, tokens, window }: TextSettings, length: number, split: boolean): DataError {
  const what = `${counted(length, tokens.slice(0, -1), tokens)}${split ? ' in the part that is learnt from' : ''}`;
  return new DataError(
    `${text} has ${what}, but an example takes ${window} and the next one. Take a longer text, or a smaller "window".`,
    { code: 'no-examples', field: 'data.window' },
  );
}

function nothingToTest(
  { test, tokens, window }: TextSettings,
  length: number,
  [strange]: readonly string[],
): DataError {
  const message =
    length > window && strange !== undefined
      ? `Every example of the test set holds ${tokens} that aren’t in the part that is learnt from, such as ${quoted(strange)}, so there is nothing to test on.`
      : `The test set has ${counted(length, tokens.slice(0, -1), tokens)}, too few for an example of ${window} and the next one. Take a larger test share, or "split": { "test": 0 } for none.`;
  return new DataError(message, {
    code: 'no-examples',
    field: test === undefined ? 'data.split' : 'data.test',
  });
}

function sayPart({ split = defaultSplit, splitBy }: TextSettings): string {
  const percent = Number((100 * split.test).toPrecision(4));
  return splitBy === 'lines'
    ? `The test set is ${percent} % of the lines (drawn with seed ${split.seed}); the others are learnt from.`
    : `The test set is the last ${percent} % of the text; no example reaches over the cut.`;
}
