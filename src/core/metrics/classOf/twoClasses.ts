import type { Loss } from '../../losses/loss';
import type { ComparedTargets } from '../metric';
import { comparesClasses } from './comparesClasses';

/** Whether the outputs tell two classes apart, of which the second is the positive one. */
export const twoClasses = (loss: Loss, targets: ComparedTargets, n: number): boolean =>
  n <= 2 && comparesClasses(loss, targets, n);
