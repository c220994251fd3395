import type { Circumstances, Program } from '../../kernels/kernels';
import type { Work } from '../../work';
import type { Dataset } from '../dataset';
import {
  backwardDivergence,
  type Divergence,
  type FaultyStep,
  forwardDivergence,
  updateDivergence,
} from '../divergence';
import { allFinite } from '../finite';
import type { Order } from '../gather';
import { gradients } from '../gradients';
import type { Model } from '../model';
import type { OptimizerState } from '../state';

/** The batch of a step: examples `start … end` of the order. */
export interface StepBatch {
  readonly dataset: Dataset;
  readonly order: Order;
  readonly start: number;
  readonly end: number;
}

/**
 * One step, shard by shard, that looks after each of its parts whether all is finite: forward, cost, backward, update.
 * Where it isn't, the parameters are put back as they were. Yields between shards.
 */
export function* exactStep(
  model: Model,
  batch: StepBatch,
  state: OptimizerState,
  update: Program,
  /** What it adds to the cost, found before the update. */
  penalty: () => number,
  at: Circumstances,
  learningRate: number,
): Work<{ readonly cost: number } | Divergence> {
  const {
    cost: learnt,
    factor,
    from,
  } = yield* gradients(model, batch.dataset, batch.order, batch.start, batch.end);
  const found: FaultyStep = { model, ...batch, from, learningRate };
  if (!Number.isFinite(learnt)) return forwardDivergence(found);
  const cost = learnt + penalty();
  state.keep();
  at[0] = factor;
  at[2] = 0;
  update.run(0);
  if (at[2] === 0) return { cost };
  // a gradient that isn't finite leaves no parameter so
  const backwardIsFinite = model.plan.parameters.every(({ gradient }) => allFinite(gradient.data));
  const divergence = backwardIsFinite ? updateDivergence(found) : backwardDivergence(found);
  state.restore();
  return divergence;
}
