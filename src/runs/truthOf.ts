import { predictedClass } from '../core/metrics';
import type { Dataset } from '../core/train/dataset';
import type { SavedModel } from './savedModel';

/** The class or the numbers that the data give for an example. */
export function truthOf(
  { model }: SavedModel,
  dataset: Dataset,
  index: number,
  classes?: readonly string[],
): string {
  const { n } = model.plan.Y;
  const Y = new Float64Array(n);
  dataset.gatherTargets(Uint32Array.of(index), 0, 1, model.loss.encoding, n, Y);
  if (!classes) return [...Y].join(', ');
  const found = predictedClass(Y, 0, n);
  return classes[found] ?? String(found);
}
