import type { Evaluation } from '../../core/train/training';
import type { MetricPoint } from '../run';

/** What an evaluation between two steps found. */
export interface Measured {
  readonly train: Evaluation;
  readonly test: Evaluation | undefined;
}

/** The part of a point that an evaluation gives. */
export function measuredPoint({ train, test }: Measured): Partial<MetricPoint> {
  return {
    train: train.metrics,
    test: test?.metrics,
    testCost: test?.cost,
  };
}
