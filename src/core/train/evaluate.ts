import { ConfusionCount, comparesClasses, metricsFor } from '../metrics';
import type { Work } from '../work';
import { arrived } from './arrived';
import type { Dataset } from './dataset';
import type { Model } from './model';
import type { Evaluation } from './training';

/**
 * Cost over a data set with the metrics that suit its targets, in their own units also where they are standardised, and
 * the confusion where they are classes. Yields between shards.
 */
export function* evaluate(model: Model, dataset: Dataset): Work<Evaluation> {
  const { plan, loss, programs, gather } = model;
  const { targets } = dataset;
  const { places, perPlace: n } = plan;
  // outputs that are numbers may be many (the pixels of a picture), and their square would outgrow memory
  const confusion = comparesClasses(loss, targets, n) ? new ConfusionCount(n) : undefined;
  const tallies = metricsFor(loss, targets, n).map(({ type, begin }) => ({
    type,
    tally: begin(n, dataset.targetUnits?.deviation, confusion?.counts ?? []),
  }));
  const counting = [confusion, ...tallies.map(({ tally }) => tally)].filter(each => each?.add);
  plan.sum[0] = 0;

  for (let from = 0; from < dataset.m; from += plan.capacity) {
    if (from > 0) yield;
    const count = Math.min(plan.capacity, dataset.m - from);
    yield* arrived(model, dataset, undefined, from, count);
    gather(dataset, undefined, from, count, true);
    programs.use.run(count);
    programs.cost.run(count);
    const A = plan.output.A.data;
    const Y = plan.Y.data;
    for (const each of counting) for (let i = 0; i < count * places; i++) each!.add!(A, Y, i * n);
  }

  const cost = plan.sum[0]! * plan.factor(dataset.m);
  const metrics = Object.fromEntries(
    tallies.map(({ type, tally }) => [type, tally.value(dataset.m * places)]),
  );
  return confusion ? { cost, metrics, confusion: confusion.counts } : { cost, metrics };
}
