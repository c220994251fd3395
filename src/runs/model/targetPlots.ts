import type { Examples } from '../../data/data';
import type { Reading } from '../../data/reading';
import { drive } from '../pacing/drive';
import type { TargetPlot } from '../run';
import type { SavedModel } from './savedModel';

/** More points than this neither say more nor are drawn at once. */
const mostPoints = 2000;
/** More targets than this nobody looks through. */
const mostTargets = 6;

/**
 * What a model says of examples beside what is true, in the units of the targets, of each of the first targets: of all
 * examples, or of so many, always the same ones, that there are at most 2,000 points in all.
 */
export async function targetPlots(
  saved: SavedModel,
  examples: Examples,
  reading: Reading,
): Promise<readonly TargetPlot[]> {
  const { model } = saved;
  const { n } = model.plan.Y;
  const shown = Math.min(n, mostTargets);
  const some = examples.drawn(Math.floor(mostPoints / shown));
  const predicted = await drive(model.predict(some), reading);
  const targets = new Float64Array(some.m * n);
  const indices = Uint32Array.from({ length: some.m }, (_, i) => i);
  some.gatherTargets(indices, 0, some.m, 'numbers', n, targets);
  const { mean, deviation } = some.targetUnits ?? {};
  return numberNames(saved)
    .slice(0, shown)
    .map((name, j) => {
      const plot = { name, truth: [] as number[], predicted: [] as number[] };
      for (let at = j; at < targets.length; at += n) {
        const truth = targets[at]! * (deviation?.[j] ?? 1) + (mean?.[j] ?? 0);
        // what is infinite has no place
        if (!Number.isFinite(truth) || !Number.isFinite(predicted[at]!)) continue;
        plot.truth.push(truth);
        plot.predicted.push(predicted[at]!);
      }
      return plot;
    });
}

/** What the numbers that a model predicts are called. */
export function numberNames({ model, preprocessing }: SavedModel): readonly string[] {
  const { names } = preprocessing.targets;
  const { n } = model.plan.Y;
  return names.length === n ? names : Array.from({ length: n }, (_, j) => (n === 1 ? 'y' : `y${j + 1}`));
}
