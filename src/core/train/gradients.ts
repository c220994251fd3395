import type { Work } from '../work';
import { arrived } from './arrived';
import type { Dataset } from './dataset';
import type { Order } from './gather';
import type { Model } from './model';

export interface BatchCost {
  /** J of the batch; NaN or infinite where a value was. */
  readonly cost: number;
  /** What the gradients are still to be multiplied with: the factor of the cost, 1/m for a mean. */
  readonly factor: number;
  /** Where in the order the last shard began: after a cost that isn't finite, the one at fault. */
  readonly from: number;
}

/**
 * The cost of the batch `order[start … end]` and, in the parameters' gradients, its gradient without the factor of the
 * cost, which is applied once, by the update. The batch runs in shards, whose gradients add up. Yields between shards.
 * Stops at the first shard whose cost isn't finite.
 */
export function* gradients(
  model: Model,
  dataset: Dataset,
  order: Order,
  start: number,
  end: number,
): Work<BatchCost> {
  const { plan, programs, gather } = model;
  const factor = plan.factor(end - start);
  programs.clear.run(0);
  plan.sum[0] = 0;
  let from = start;
  let count = 0;
  for (; from < end; from += count) {
    if (from > start) yield;
    count = Math.min(plan.capacity, end - from);
    yield* arrived(model, dataset, order, from, count);
    gather(dataset, order, from, count, true);
    plan.draws.startAt(from - start);
    programs.learn.run(count);
    programs.objective.run(count);
    if (!Number.isFinite(plan.sum[0]!)) return { cost: plan.sum[0]!, factor, from };
    programs.backward.run(count);
  }
  return { cost: plan.sum[0]! * factor, factor, from: end - count };
}
