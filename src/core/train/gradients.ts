import { run } from '../plan/plan';
import { startBackward, sumLoss } from './cost';
import type { Dataset } from './dataset';
import type { Order } from './gather';
import type { Model } from './model';

export interface BatchCost {
  /** J of the batch; NaN or infinite where a value was. */
  readonly cost: number;
  /** Where in the order the last shard began: after a cost that isn't finite, the one at fault. */
  readonly from: number;
}

/**
 * The cost of the batch `order[start … end]` and, in the parameters' gradients, its gradient. The batch runs in shards,
 * whose gradients add up; the factor of the cost (1/m for a mean) is applied once, to the sum. Yields between shards.
 * Stops at the first shard whose cost isn't finite.
 */
export function* gradients(
  { plan, loss, kernels, parameters, gather }: Model,
  dataset: Dataset,
  order: Order,
  start: number,
  end: number,
): Generator<undefined, BatchCost> {
  const n = plan.Y.n;
  for (const { gradient } of parameters) kernels.fill(gradient.data, 0);
  let summedLoss = 0;
  let from = start;
  let count = 0;
  for (; from < end; from += count) {
    if (from > start) yield;
    count = Math.min(plan.capacity, end - from);
    gather(dataset, order, from, count, true);
    run(plan.forward, kernels);
    summedLoss += sumLoss(plan, loss);
    if (!Number.isFinite(summedLoss)) return { cost: summedLoss, from };
    startBackward(plan, loss);
    run(plan.backward, kernels);
  }
  const scale = loss.scale(end - start, n);
  for (const { gradient } of parameters) kernels.scale(gradient.data, scale);
  return { cost: summedLoss * scale, from: end - count };
}
