import type { Floats } from '../kernels/kernels';
import type { Loss } from '../losses/loss';
import type { Confusion } from './classOf/confusion';

/** What a metric asks of the targets: `TargetFacts`, as the data give them. */
export interface ComparedTargets {
  /** Whether every value is 0 or 1. */
  readonly binary: boolean;
  /** Whether they are one row a class. */
  readonly oneHot: boolean;
  readonly classes?: readonly string[];
}

/** What has been seen of a data set so far. */
export interface Tally {
  /** One example: its n outputs ŷ in A and its n targets in Y, both at `offset`. Absent where the confusion says all. */
  add?(A: Floats, Y: Floats, offset: number): void;
  /** The figure over the m examples that were added; null where it has none: see `Metric.noValue`. */
  value(m: number): number | null;
}

/** A figure over a data set. */
export interface Metric {
  /** Its name in files: `mean-absolute-error`. */
  readonly type: string;
  /** Its name within a sentence: `mean absolute error`. */
  readonly title: string;
  /** As a share in percent, as a plain number, or as an amount of what the targets count, in their units. */
  readonly shown: 'share' | 'number' | 'amount';
  /** Whether a larger value is better. */
  readonly larger: boolean;
  /** The one to look at first, of those that suit the same targets. */
  readonly headline?: true;
  /** Whether it is of the positive class alone, the second of two. */
  readonly ofPositive?: true;
  /** Why it may have no value, as a sentence. */
  readonly noValue?: string;
  /** Whether it says something of n outputs that are trained with `loss` on such targets. */
  suits(loss: Loss, targets: ComparedTargets, n: number): boolean;
  /**
   * Begins to count. `units` says of each of the n values what a difference of 1 is worth in the units of the targets,
   * where they are standardised. `confusion` is counted beside, once for all metrics; it is empty where the targets are
   * numbers.
   */
  begin(n: number, units: Float64Array | undefined, confusion: Confusion): Tally;
}

/** The figures of a data set by the types of their metrics; null where one has no value. */
export type MetricValues = Readonly<Record<string, number | null>>;
