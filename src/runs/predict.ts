import type { Dataset } from '../core/train/dataset';
import { loadData, loadInputs } from '../data/data';
import type { Reading } from '../data/reading';
import { classNames } from './classNames';
import { drive } from './drive';
import { isolated } from './isolated';
import { rankedClasses } from './rankedClasses';
import type { Prediction, PredictionInput } from './run';
import { RunFault } from './runFault';
import type { SavedModel } from './savedModel';
import { type ReadRow, shownInput } from './shownInput';
import { truthOf } from './truthOf';

/** The output of a model for one input, prepared as in training. Throws a fault where the input doesn't fit. */
export async function predict(
  saved: SavedModel,
  input: PredictionInput,
  reading: Reading = {},
): Promise<Prediction> {
  const { dataset, index, row, known } = await inputOf(saved, input, reading);
  const outputs = [...(await drive(saved.model.predict(isolated(dataset, index)), reading))];
  const classes = classNames(saved);
  return {
    outputs,
    classes: classes && rankedClasses(outputs, classes),
    truth: known ? truthOf(saved, dataset, index, classes) : undefined,
    shown: shownInput(dataset, index, saved.preprocessing, row),
  };
}

interface FoundInput {
  readonly dataset: Dataset;
  readonly index: number;
  readonly row?: ReadRow;
  /** Whether the data set holds the truth. */
  readonly known: boolean;
}

async function inputOf(saved: SavedModel, input: PredictionInput, reading: Reading): Promise<FoundInput> {
  if (input.kind === 'test-example') return testExample(saved, input.index, reading);
  const source = input.kind === 'file' ? { file: input.path } : { rows: [input.values] };
  const { dataset, columns, row } = await loadInputs(source, saved.preprocessing, saved.files, reading);
  const index = input.kind === 'file' ? (input.index ?? 0) : 0;
  if (index >= dataset.m)
    throw new RunFault(`There is no row ${index}: there are ${dataset.m}, counted from 0.`);
  return { dataset, index, row: { names: columns, values: row(index) }, known: false };
}

async function testExample(saved: SavedModel, index: number, reading: Reading): Promise<FoundInput> {
  const settings = saved.snapshot.network!.data;
  if (!settings) throw new RunFault('The network names no data, so it has no test set.', saved.file);
  const { test } = await loadData(settings, saved.files, reading);
  if (!test) throw new RunFault('There is no test set: name one in the data, or set a split.', saved.file);
  if (index >= test.m) {
    throw new RunFault(`There is no test example ${index}: there are ${test.m}, counted from 0.`, saved.file);
  }
  return { dataset: test, index, known: true };
}
