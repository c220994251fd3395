import type { Op } from '../../kernels/kernels';

/** An op of a plan, and when it is made: forward in training, in use or in both, or backward. */
export interface PlannedOp {
  readonly op: Op;
  readonly when: 'both' | 'learn' | 'use' | 'backward';
}
