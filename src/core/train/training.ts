import type { Floats } from '../kernels/kernels';
import type { MetricValues } from '../metrics';
import type { Work } from '../work';
import type { Dataset } from './dataset';
import type { MeasuredSets } from './figureOf';
import type { OneExample } from './oneExample';
import type { Stepper } from './stepper';
import type { StopReason, WatchState } from './watch';

/** One training in progress: the notes' loop, taken one step at a time. */
export interface Training {
  /** Steps taken so far; the next step is iteration `iteration`. */
  readonly iteration: number;
  readonly iterations: number;
  readonly stepsPerEpoch: number;
  /** Parameters with their symbols (W1, b1 …), in the order they are drawn, as people see them. */
  readonly parameters: readonly NamedParameter[];
  /**
   * Takes one step: forward, cost, backward, update. Yields between shards of the batch so that the caller can look
   * up; a step left half way changes no parameter. Returns the cost before the update, as the notes print it.
   */
  step(): Work<StepResult>;
  /**
   * Takes up to `count` steps in one go, fewer where `enough` says so between two; `iteration` tells how many it took.
   * Returns the cost of the first of them alone, since the others' isn't computed, or the step that diverged.
   */
  steps(count: number, enough?: () => boolean): Work<StepResult>;
  /** The learning rate of a step, where a schedule changes it. */
  learningRateAt(iteration: number): number | undefined;
  /**
   * Tells what was measured before the next step, where that is to have consequences: at iterations that don't depend on
   * the clock. Returns why the training is to end now, where the file says so.
   */
  observe(found: MeasuredSets): StopReason | undefined;
  /**
   * J after the last step over a data set that was evaluated: with the L2 penalty, of smoothed labels and weighed examples,
   * none of which an evaluation counts.
   */
  objective(found: Evaluation, dataset: Dataset): Work<number>;
  /** The names of the rewritings of a step that are in use: `gram`, and those of plan/passes. */
  readonly passes: readonly string[];
  /** Cost, metrics and confusion over a data set; yields between shards. */
  evaluate(dataset: Dataset): Work<Evaluation>;
  /** The outputs (ŷ) of the network for examples, n_y values each; yields between shards. */
  predict(dataset: Dataset): Work<Floats>;
  /** What the network says as it is now of examples that come one by one, or step by step where it can be taken so. */
  asked(): { readonly stepper: Stepper | undefined; readonly whole: OneExample };
  checkpoint(): Checkpoint;
}

export interface NamedParameter {
  readonly name: string;
  readonly layer: string;
  readonly shape: readonly number[];
  readonly data: Floats;
}

export type StepResult =
  | { readonly kind: 'step'; readonly iteration: number; readonly epoch: number; readonly cost: number }
  /** NaN or infinity: the parameters are those of the last finite step. */
  | { readonly kind: 'diverged'; readonly iteration: number; readonly layer: string; readonly cause: string };

export interface Evaluation {
  readonly cost: number;
  /** Those that suit the targets, by their types. */
  readonly metrics: MetricValues;
  /** Counts [true class][predicted class], where the targets are classes. */
  readonly confusion?: readonly (readonly number[])[];
}

/** All that a later step depends on. Random draws of an epoch depend only on the seed and the epoch. */
export interface Checkpoint {
  readonly iteration: number;
  /** What layers have learnt, by the layer's id and the name within it: `hidden.W`. */
  readonly parameters: readonly SavedArray[];
  /** The optimizer's running averages. */
  readonly slots: readonly SavedAverage[];
  /** What was seen of the figures that the training goes by, where it goes by any. */
  readonly watched?: WatchState;
}

/** An array as files hold it: of any shape, the last size fastest. */
export interface SavedArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Floats;
}

/** A running average: `v` of `hidden.W`, of its shape. */
export interface SavedAverage extends SavedArray {
  readonly of: string;
}
