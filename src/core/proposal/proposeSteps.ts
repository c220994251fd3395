import type { DataFacts } from '../network/dataReport';
import { inputSize } from './proposeHidden';

/** Few examples are taken all at once, as in the first networks of a course. */
const fullBatchLimit = 1000;

/** Many inputs add up to large sums, so the steps must be small; a step over many pictures takes long, so few are taken at once. */
export function proposeSteps(
  facts: DataFacts | undefined,
  layers: readonly { readonly type: string }[],
): Readonly<Record<string, unknown>> {
  const m = facts?.examples.train ?? fullBatchLimit;
  const n = inputSize(facts);
  const optimizer = { type: 'adam', learningRate: m <= fullBatchLimit && n <= 256 ? 0.01 : 0.001 };
  if (m > fullBatchLimit) return { optimizer, epochs: m > 20_000 ? 5 : 20, batchSize: 64 };
  return layers.some(({ type }) => type === 'conv2d')
    ? { optimizer: { ...optimizer, learningRate: 0.001 }, epochs: 50, batchSize: 16 }
    : { optimizer, iterations: 1000, batchSize: 'all' };
}
