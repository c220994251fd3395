import { freshIds } from '../../core/network/freshIds';
import { loadInputs } from '../../data/data';
import { Cancelled, part, type Reading } from '../../data/reading';
import { basename, dirname, extname, join } from '../../platform/path';
import { drive } from '../pacing/drive';
import { Pace } from '../pacing/pace';
import { checkTokens } from '../preparing/checkTokens';
import { classNames } from './classNames';
import { csvLine } from './csvLine';
import { farValues } from './farValues';
import { rankedClasses } from './rankedClasses';
import type { SavedModel } from './savedModel';

/** Characters of CSV that are written at once. */
const pieceLength = 65536;

/** The prediction for one row of a file. */
export interface PredictedRow {
  readonly outputs: readonly number[];
  /** The most probable class, where the targets are classes. */
  readonly prediction?: string;
  readonly probability?: number;
}

/** Predictions for all rows of a file. */
export interface PredictedRows {
  readonly rows: number;
  /** What had to be decided about them, a sentence each: a gap that was filled, a text that is new. */
  readonly notes: readonly string[];
  at(index: number): PredictedRow;
  /** As CSV, made piece by piece while it is read: the columns as they came, then the prediction. */
  text(): AsyncGenerator<string>;
  /** To be called in the end: releases the file, where its rows were left in it. */
  close(): Promise<void>;
}

/** `people.csv` → `people.predictions.csv`, beside it. */
export function predictionsPath(input: string): string {
  return join(dirname(input), `${basename(input, extname(input))}.predictions.csv`);
}

/**
 * Predicts every row of a CSV, every example of an array file, or an image. Throws a fault where they don't fit, and
 * `Cancelled`.
 */
export async function predictFile(
  saved: SavedModel,
  input: string,
  reading: Reading = {},
): Promise<PredictedRows> {
  const { model, preprocessing, files } = saved;
  const { dataset, columns, row, place, notes, close } = await loadInputs(
    { file: input },
    preprocessing,
    files,
    part(reading, 0, 0.3),
  );
  const pieces = Math.ceil(dataset.m / model.plan.capacity);
  const predicting = async () => {
    await checkTokens(saved.snapshot.network!, [dataset], reading);
    return drive(model.predict(dataset), part(reading, 0.3, 0.8) ?? {}, pieces);
  };
  const outputs = await predicting().catch(async error => {
    await close();
    throw error;
  });
  const { perPlace: n } = model.plan;
  const classes = classNames(saved);
  const { names } = preprocessing.targets;
  const wanted = classes
    ? ['prediction', 'probability']
    : n === 1
      ? ['prediction']
      : Array.from({ length: n }, (_, i) => `prediction ${names.length === n ? names[i] : i + 1}`);
  const predicted = wanted.map(freshIds(new Set(columns)));
  const renamed = wanted.flatMap((name, i) =>
    predicted[i] === name
      ? []
      : [`${input} has a column ${name} already, so that of the result is called ${predicted[i]}.`],
  );

  const at = (index: number): PredictedRow => {
    const values = [...outputs.subarray(index * n, (index + 1) * n)];
    const [best] = classes ? rankedClasses(values, classes) : [];
    return best
      ? { outputs: values, prediction: best.name, probability: best.probability }
      : { outputs: values };
  };

  async function* text(): AsyncGenerator<string> {
    const pace = new Pace();
    let piece = csvLine([...columns, ...predicted]);
    for (let i = 0; i < dataset.m; i++) {
      const { prediction, probability, outputs } = at(i);
      piece += csvLine([...row(i), ...(prediction === undefined ? outputs : [prediction, probability!])]);
      if (piece.length < pieceLength && !pace.over) continue;
      yield piece;
      piece = '';
      await pace.breathe();
      if (reading.cancelled?.()) throw new Cancelled();
      reading.progress?.(0.8 + (0.2 * i) / dataset.m);
    }
    yield piece;
  }
  const far = await farValues(dataset, preprocessing, { place }, reading).catch(async error => {
    await close();
    throw error;
  });
  const said = [...saved.changes, ...notes, ...far, ...renamed];
  return { rows: dataset.m, notes: said, at, text, close };
}
