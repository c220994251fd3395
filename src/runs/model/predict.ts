import { type Examples, loadData, loadInputs, type ShownExample } from '../../data/data';
import type { Preprocessing } from '../../data/preprocessing';
import type { Reading } from '../../data/reading';
import { joinTokens } from '../../data/text/tokenise';
import { shownText as textOf } from '../../data/texts/shownText';
import { drive } from '../pacing/drive';
import { checkTokens } from '../preparing/checkTokens';
import type { Prediction, PredictionInput } from '../run';
import { RunFault } from '../runFault';
import { changesSince } from './changesSince';
import { classNames } from './classNames';
import { farValues } from './farValues';
import { isolated } from './isolated';
import { rankedClasses } from './rankedClasses';
import type { SavedModel } from './savedModel';

/** The output of a model for one input, prepared as in training. Throws a fault where the input doesn't fit. */
export async function predict(
  saved: SavedModel,
  input: PredictionInput,
  reading: Reading = {},
): Promise<Prediction> {
  const found = await inputOf(saved, input, reading);
  try {
    return await predictInput(saved, found, reading);
  } finally {
    await found.close();
  }
}

async function predictInput(
  saved: SavedModel,
  { what, examples, index, shown, notes }: FoundInput,
  reading: Reading,
): Promise<Prediction> {
  if (index >= examples.m)
    throw new RunFault(`There is no ${what} ${index}: there are ${examples.m}, counted from 0.`);
  await checkTokens(saved.snapshot.network!, [examples], reading);
  const outputs = [...(await drive(saved.model.predict(isolated(examples, index)), reading))];
  const classes = classNames(saved);
  // a row of one's own has nothing to do with the data
  const changes = what === 'row' ? saved.changes : await changesSince(saved);
  const told = [...changes, ...(notes ?? [])];
  return {
    outputs,
    classes: classes && rankedClasses(outputs, classes),
    truth: examples.truth(index),
    notes: told.length > 0 ? told : undefined,
    shown: shown ?? shownText(saved.preprocessing, examples.shown(index)),
  };
}

/** An example of a text as the text that it is. */
function shownText({ text, columns }: Preprocessing, example: ShownExample): Prediction['shown'] {
  const [column] = columns ?? [];
  if (column?.as === 'text' && example.kind === 'row')
    return { kind: 'row', names: [column.name], values: [textOf(column, example.values)] };
  if (!text || example.kind !== 'row') return example;
  const tokens = example.values.map(index => text.vocabulary[index]!);
  return { kind: 'row', names: ['text'], values: [joinTokens(tokens, text.tokens)] };
}

interface FoundInput {
  readonly what: 'row' | 'test example';
  readonly examples: Examples;
  readonly index: number;
  /** The row as it was read, where that says more than the inputs made of it. */
  readonly shown?: Prediction['shown'];
  readonly notes?: readonly string[];
  close(): Promise<void>;
}

async function inputOf(saved: SavedModel, input: PredictionInput, reading: Reading): Promise<FoundInput> {
  if (input.kind === 'test-example') return testExample(saved, input.index, reading);
  const source = input.kind === 'file' ? { file: input.path } : { rows: [input.values] };
  const { dataset, columns, row, notes, close } = await loadInputs(
    source,
    saved.preprocessing,
    saved.files,
    reading,
  );
  const index = input.kind === 'file' ? (input.index ?? 0) : 0;
  const { columns: ofTable, text } = saved.preprocessing;
  return {
    what: 'row',
    examples: dataset,
    index,
    notes: [...notes, ...(await farValues(dataset, saved.preprocessing, { only: index }))],
    close,
    shown: ofTable || text ? { kind: 'row', names: columns, values: row(index) } : undefined,
  };
}

async function testExample(saved: SavedModel, index: number, reading: Reading): Promise<FoundInput> {
  const settings = saved.snapshot.network!.data;
  if (!settings) throw new RunFault('The network names no data, so it has no test set.', saved.file);
  const { test, close } = await loadData(settings, saved.files, reading, { learnt: saved.preprocessing });
  if (!test) {
    await close();
    throw new RunFault('There is no test set: name one in the data, or set a split.', saved.file);
  }
  return { what: 'test example', examples: test, index, close };
}
