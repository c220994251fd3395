import type { Loss } from '../../losses/loss';
import type { ComparedTargets } from '../metric';

/**
 * Whether the n outputs stand for classes: one with a cross-entropy, or where the labels are 0 and 1; several with a softmax's
 * cross-entropy, or where the labels are one row a class. Several of 0 and 1 else, such as the pixels of a mask, are each a
 * number of its own.
 */
export function comparesClasses(
  loss: Loss,
  { binary, oneHot, classes }: ComparedTargets,
  n: number,
): boolean {
  if (loss.encoding === 'one-hot') return true;
  if (n === 1) return loss.encoding === 'binary' || binary;
  return oneHot || classes?.length === n;
}
