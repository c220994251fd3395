import type { Floats } from '../kernels/kernels';
import type { TargetEncoding } from '../losses/loss';

/** A figure over a data set, gathered example by example. */
export interface Metric {
  readonly type: string;
  readonly title: string;
  /** Whether it means something for this kind of target. */
  readonly suits: (encoding: TargetEncoding) => boolean;
  /**
   * What one example adds; the metric is the mean over the examples. `units` says of each of the n values what a
   * difference of 1 is worth, where they are standardised.
   */
  example(A: Floats, Y: Floats, offset: number, n: number, units?: Float64Array): number;
  /** Whether a larger value is better. */
  readonly larger: boolean;
}
