import type { Loss } from '../../losses/loss';
import type { ComparedTargets } from '../metric';

/**
 * Whether the n outputs stand for classes: always with a cross-entropy; with a loss for numbers where the labels are 0
 * and 1 or one row a class.
 */
export function comparesClasses(
  loss: Loss,
  { binary, oneHot, classes }: ComparedTargets,
  n: number,
): boolean {
  if (loss.encoding !== 'numbers') return true;
  return n === 1 ? binary : oneHot || classes?.length === n;
}
