import { lossOf } from '../losses';
import type { TrainingSettings } from '../network/trainingSchema';
import type { Dataset } from './dataset';

/** Examples whose labels are looked at together. */
const together = 512;

/**
 * A weight for each class, in their order: those that are written, 1 for the others, or with "balanced" m/(K·mₖ), so that
 * each of the K classes counts as much as another, however many examples it has, or steps of them. n is the number of outputs for a
 * label.
 */
export function classWeights(
  { classWeights, loss }: Pick<TrainingSettings, 'classWeights' | 'loss'>,
  train: Dataset,
  n: number,
): Float64Array | undefined {
  if (classWeights === undefined) return undefined;
  const K = Math.max(2, n);
  if (classWeights !== 'balanced') {
    const names = train.targets.classes ?? Array.from({ length: K }, (_, k) => String(k));
    return Float64Array.from({ length: K }, (_, k) => classWeights[names[k]!] ?? 1);
  }
  const { steps = 1 } = train.targets;
  const counts = new Float64Array(K);
  const Y = new Float64Array(together * n * steps);
  const indices = new Uint32Array(together);
  for (let from = 0; from < train.m; from += together) {
    const count = Math.min(together, train.m - from);
    for (let i = 0; i < count; i++) indices[i] = from + i;
    train.gatherTargets(indices, 0, count, lossOf(loss).encoding, n * steps, Y);
    for (let i = 0; i < count * steps; i++) {
      const label = Y.subarray(i * n, (i + 1) * n);
      const k = n === 1 ? Number(label[0]! > 0.5) : label.indexOf(Math.max(...label));
      counts[k]! += 1;
    }
  }
  // a class that isn't there has nothing to weigh
  const there = counts.filter(count => count > 0).length;
  return counts.map(count => (count > 0 ? (train.m * steps) / (there * count) : 1));
}
