import { batchSizeOf } from '../network/batchSizeOf';
import type { TrainingSettings } from '../network/trainingSchema';

/** Where the file names neither iterations nor epochs. */
const defaultIterations = 1000;

export interface TrainingLength {
  /** Steps in all. */
  readonly iterations: number;
  readonly stepsPerEpoch: number;
}

/** How long a training on m examples is. */
export function lengthOf(settings: TrainingSettings, m: number): TrainingLength {
  const stepsPerEpoch = Math.ceil(m / batchSizeOf(settings, m));
  const { iterations, epochs } = settings;
  return {
    iterations: iterations ?? (epochs === undefined ? defaultIterations : epochs * stepsPerEpoch),
    stepsPerEpoch,
  };
}
