import type { Work } from '../work';
import { arrived } from './arrived';
import type { Dataset } from './dataset';
import type { Model } from './model';

/** The cost that is trained on over a data set, as the network is used: of smoothed labels, of weighed examples. */
export function* objective(model: Model, dataset: Dataset): Work<number> {
  const { plan, programs, gather } = model;
  plan.sum[0] = 0;
  for (let from = 0; from < dataset.m; from += plan.capacity) {
    if (from > 0) yield;
    const count = Math.min(plan.capacity, dataset.m - from);
    yield* arrived(model, dataset, undefined, from, count);
    gather(dataset, undefined, from, count, true);
    programs.use.run(count);
    programs.objective.run(count);
  }
  return plan.sum[0]! * plan.factor(dataset.m);
}
