import type { Loss } from '../losses';
import { metricOf, predictedClass } from '../metrics';
import { arrived } from './arrived';
import type { Dataset } from './dataset';
import type { Model } from './model';
import type { Evaluation } from './training';
import type { Work } from './work';

/**
 * Cost over a data set, with accuracy and confusion where the targets are classes, and the mean absolute error where
 * they are numbers, in their own units also where they are standardised. Yields between shards.
 */
export function* evaluate(model: Model, dataset: Dataset): Work<Evaluation> {
  const { plan, loss, programs, gather } = model;
  const n = plan.Y.n;
  const ofClasses = comparesClasses(loss, dataset, n);
  const units = ofClasses ? undefined : dataset.targetUnits?.deviation;
  const metric = metricOf(ofClasses ? 'accuracy' : 'mean-absolute-error');
  // outputs that are numbers may be many (the pixels of a picture), and their square would outgrow memory
  const classes = n === 1 ? 2 : n;
  const confusion = ofClasses
    ? Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
    : [];
  plan.sum[0] = 0;
  let summedMetric = 0;

  for (let from = 0; from < dataset.m; from += plan.capacity) {
    if (from > 0) yield;
    const count = Math.min(plan.capacity, dataset.m - from);
    yield* arrived(model, dataset, undefined, from, count);
    gather(dataset, undefined, from, count, true);
    programs.use.run(count);
    programs.cost.run(count);
    const A = plan.output.A.data;
    const Y = plan.Y.data;
    for (let i = 0; i < count; i++) {
      summedMetric += metric.example(A, Y, i * n, n, units);
      if (ofClasses) confusion[predictedClass(Y, i * n, n)]![predictedClass(A, i * n, n)]!++;
    }
  }

  const cost = plan.sum[0]! * loss.scale(dataset.m, n);
  const mean = summedMetric / dataset.m;
  return ofClasses ? { cost, accuracy: mean, confusion } : { cost, meanAbsoluteError: mean };
}

/**
 * Whether the outputs stand for classes: always with a cross-entropy; with a loss for numbers where the labels are 0
 * and 1 or one row a class.
 */
function comparesClasses(loss: Loss, { targets }: Dataset, n: number): boolean {
  if (loss.encoding !== 'numbers') return true;
  return n === 1 ? targets.binary : targets.oneHot || targets.classes?.length === n;
}
