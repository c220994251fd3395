import type { TrainingSettings } from './trainingSchema';

/** Examples of a batch, of m examples: all of them, or as many as the file says and there are. */
export function batchSizeOf({ batchSize }: Pick<TrainingSettings, 'batchSize'>, m: number): number {
  return batchSize === 'all' ? m : Math.min(batchSize, m);
}
