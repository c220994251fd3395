import { type Examples, loadData, loadInputs } from '../data/data';
import type { Reading } from '../data/reading';
import { classNames } from './classNames';
import { drive } from './drive';
import { isolated } from './isolated';
import { rankedClasses } from './rankedClasses';
import type { Prediction, PredictionInput } from './run';
import { RunFault } from './runFault';
import type { SavedModel } from './savedModel';

/** The output of a model for one input, prepared as in training. Throws a fault where the input doesn't fit. */
export async function predict(
  saved: SavedModel,
  input: PredictionInput,
  reading: Reading = {},
): Promise<Prediction> {
  const { examples, index, shown, notes } = await inputOf(saved, input, reading);
  const outputs = [...(await drive(saved.model.predict(isolated(examples, index)), reading))];
  const classes = classNames(saved);
  return {
    outputs,
    classes: classes && rankedClasses(outputs, classes),
    truth: examples.truth(index),
    notes: notes && notes.length > 0 ? notes : undefined,
    shown: shown ?? examples.shown(index),
  };
}

interface FoundInput {
  readonly examples: Examples;
  readonly index: number;
  /** The row as it was read, where that says more than the inputs made of it. */
  readonly shown?: Prediction['shown'];
  readonly notes?: readonly string[];
}

async function inputOf(saved: SavedModel, input: PredictionInput, reading: Reading): Promise<FoundInput> {
  if (input.kind === 'test-example') return testExample(saved, input.index, reading);
  const source = input.kind === 'file' ? { file: input.path } : { rows: [input.values] };
  const { dataset, columns, row, notes } = await loadInputs(
    source,
    saved.preprocessing,
    saved.files,
    reading,
  );
  const index = input.kind === 'file' ? (input.index ?? 0) : 0;
  checkIndex('row', index, dataset.m);
  const isTable = saved.preprocessing.columns !== undefined;
  return {
    examples: dataset,
    index,
    notes,
    shown: isTable ? { kind: 'row', names: columns, values: row(index) } : undefined,
  };
}

async function testExample(saved: SavedModel, index: number, reading: Reading): Promise<FoundInput> {
  const settings = saved.snapshot.network!.data;
  if (!settings) throw new RunFault('The network names no data, so it has no test set.', saved.file);
  const { test } = await loadData(settings, saved.files, reading, saved.preprocessing);
  if (!test) throw new RunFault('There is no test set: name one in the data, or set a split.', saved.file);
  checkIndex('test example', index, test.m);
  return { examples: test, index };
}

function checkIndex(what: string, index: number, m: number): void {
  if (index >= m) throw new RunFault(`There is no ${what} ${index}: there are ${m}, counted from 0.`);
}
