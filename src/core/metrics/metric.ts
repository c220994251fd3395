import type { Floats } from '../kernels/kernels';
import type { TargetEncoding } from '../losses/loss';

/** A figure over a data set, gathered example by example. */
export interface Metric {
  readonly type: string;
  readonly title: string;
  /** Whether it means something for this kind of target. */
  readonly suits: (encoding: TargetEncoding) => boolean;
  /** What one example adds; the metric is the mean over the examples. */
  example(A: Floats, Y: Floats, offset: number, n: number): number;
  /** Whether a larger value is better. */
  readonly larger: boolean;
}
