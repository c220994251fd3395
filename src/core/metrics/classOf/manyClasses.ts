import type { Loss } from '../../losses/loss';
import type { ComparedTargets } from '../metric';
import { comparesClasses } from './comparesClasses';

/** Whether the outputs tell more than two classes apart. */
export const manyClasses = (loss: Loss, targets: ComparedTargets, n: number): boolean =>
  n > 2 && comparesClasses(loss, targets, n);
