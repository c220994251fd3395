import type { Work } from '../work';
import type { Augmented } from './augmented/augmented';
import { batchOrder } from './batchOrder';
import type { Dataset } from './dataset';
import type { Order } from './gather';
import type { StepBatch } from './steps/exactStep';

/** Examples whose order takes longer than a person should be kept from a pause. */
const longOrder = 1e6;

/** Which examples each step is of, and how they are seen in its epoch. */
export interface StepBatches {
  epochOf(step: number): number;
  of(step: number): Work<StepBatch>;
  /** Whether a step has to wait for an order that takes long, which is better begun in a call of its own. */
  startsLongEpoch(step: number): boolean;
}

export function stepBatches(
  train: Dataset,
  changing: Augmented | undefined,
  {
    batchSize,
    stepsPerEpoch,
    seed,
  }: { readonly batchSize: number; readonly stepsPerEpoch: number; readonly seed: number },
): StepBatches {
  let orderedEpoch = -1;
  let order: Order;
  const epochOf = (step: number) => Math.floor(step / stepsPerEpoch);
  return {
    epochOf,
    *of(step) {
      const epoch = epochOf(step);
      if (epoch !== orderedEpoch) {
        // also where one batch holds all: the order says which examples are mixed
        order = yield* batchOrder(train.m, changing ? 0 : batchSize, seed, epoch);
        orderedEpoch = epoch;
        changing?.begin(epoch);
      }
      const start = (step % stepsPerEpoch) * batchSize;
      return {
        dataset: changing?.dataset ?? train,
        order,
        start,
        end: Math.min(start + batchSize, train.m),
      };
    },
    startsLongEpoch: step => train.m >= longOrder && epochOf(step) !== orderedEpoch,
  };
}
