import { formatShape } from '../../core/shape';
import { type Examples, type LoadedData, loadData } from '../../data/data';
import { part, type Reading } from '../../data/reading';
import { drive } from '../pacing/drive';
import { checkTokens } from '../preparing/checkTokens';
import type { EvaluationReport } from '../run';
import { RunFault } from '../runFault';
import { nothingToTellApart, sameForAll } from '../verdicts';
import { changesSince } from './changesSince';
import { classNames } from './classNames';
import type { SavedModel } from './savedModel';
import { numberNames, targetPlots } from './targetPlots';

interface EvaluateOptions {
  /** Whether what is predicted is to be plotted against what is true, where it is numbers. */
  readonly plots?: boolean;
}

/**
 * Cost, metrics and confusion of a model over sets of its network's data: those named, else those that are there.
 * Throws a fault where a named one isn't there.
 */
export async function evaluateModel(
  saved: SavedModel,
  named: readonly ('train' | 'test')[] | undefined,
  reading: Reading = {},
  options: EvaluateOptions = {},
): Promise<EvaluationReport[]> {
  const settings = saved.snapshot.network!.data;
  if (!settings) throw new RunFault('The network names no data to evaluate it on.', saved.file);
  const data = await loadData(settings, saved.files, part(reading, 0, 0.5), {
    learnt: saved.preprocessing,
  });
  try {
    await checkTokens(saved.snapshot.network!, [data.train, data.test], reading);
    return await evaluateSets(saved, data, named, reading, options);
  } finally {
    await data.close();
  }
}

async function evaluateSets(
  saved: SavedModel,
  data: LoadedData,
  named: readonly ('train' | 'test')[] | undefined,
  reading: Reading,
  options: EvaluateOptions,
): Promise<EvaluationReport[]> {
  const sets = named ?? (data.test ? (['train', 'test'] as const) : (['train'] as const));
  const reports: EvaluationReport[] = [];
  const notes = await changesSince(saved);
  const { choices } = data.report.facts!;
  for (const set of sets) {
    const dataset = data[set];
    if (!dataset)
      throw new RunFault('There is no test set: name one in the data, or set a split.', saved.file);
    const report = await evaluateSet(saved, set, dataset, part(reading, 0.5, 1) ?? {}, options);
    reports.push({ ...report, choices, ...(notes.length > 0 ? { notes } : {}) });
  }
  return reports;
}

async function evaluateSet(
  saved: SavedModel,
  set: 'train' | 'test',
  dataset: Examples,
  reading: Reading,
  options: EvaluateOptions,
): Promise<EvaluationReport> {
  const { inputShape } = saved.preprocessing;
  if (String(dataset.inputShape) !== String(inputShape)) {
    throw new RunFault(
      `The model was trained on examples of shape ${formatShape(inputShape)}, but the data now have ${formatShape(dataset.inputShape)}.`,
      saved.file,
    );
  }
  const { model } = saved;
  const pieces = Math.ceil(dataset.m / model.plan.capacity);
  const evaluation = await drive(model.evaluate(dataset), reading, pieces);
  const [only, ...others] = saved.preprocessing.targets.classes ?? [];
  if (evaluation.confusion && only !== undefined && others.length === 0) {
    // metrics and a matrix would be of a class that isn't there
    const { cost } = evaluation;
    return { set, examples: dataset.m, cost, metrics: {}, verdict: nothingToTellApart(only) };
  }
  if (!evaluation.confusion) {
    const plots = options.plots ? await targetPlots(saved, dataset, reading) : undefined;
    return { set, examples: dataset.m, ...evaluation, targets: numberNames(saved), plots };
  }
  const classes = classNames(saved);
  return { set, examples: dataset.m, ...evaluation, classes, verdict: sameForAll(evaluation, classes) };
}
