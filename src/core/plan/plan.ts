import type { Batch, Circumstances, Floats, Op } from '../kernels/kernels';
import type { Value } from '../layers/layer';
import type { Parameter } from './parameters';
import type { State } from './states';

/** A network made ready to run on batches of at most `capacity` examples: every buffer placed, every call listed. */
export interface Plan {
  readonly capacity: number;
  /** Of the memory of all values and their gradients. */
  readonly bytes: number;
  /** The input (n_x, m) and the labels (n_y, m), to be filled before `learn`, `use` and `backward`. */
  readonly X: Batch;
  readonly Y: Batch;
  /** How many labels an example has: one at each step of a series that a softmax goes over, else one. */
  readonly places: number;
  /** How many values each of them has. */
  readonly perPlace: number;
  /** The factor between the summed loss of m examples and their cost. */
  factor(m: number): number;
  readonly output: Value;
  /** Z of the output where the loss pairs with its activation; then dZ = A − Y and the cost comes from Z. */
  readonly pairedZ: Batch | undefined;
  /** In an order in which each comes after its inputs, the input layer left out. */
  readonly layers: readonly PlannedLayer[];
  /** The names of the rewritings that found something, before the values were placed. */
  readonly passes: readonly string[];
  /** Those that are trained: not those of frozen layers. */
  readonly parameters: readonly Parameter[];
  readonly states: readonly State[];
  readonly input: string;
  /** Forward in a step of training. */
  readonly learn: readonly Op[];
  /** Forward in prediction and evaluation. */
  readonly use: readonly Op[];
  /** Adds Σ L over the examples to `sum[0]`. */
  readonly cost: readonly Op[];
  /** The same of what is trained on: labels that are smoothed, examples that are weighed. */
  readonly objective: readonly Op[];
  readonly sum: Float64Array;
  /** Adds to the gradients of the parameters; what else is a sum is cleared by its first ops. */
  readonly backward: readonly Op[];
  /** Clears the gradients of the parameters. */
  readonly clear: readonly Op[];
  /** Goes with the update: what brings the states up to date. */
  readonly after: readonly Op[];
  /** What an update has to know and tell. */
  readonly at: Circumstances;
  readonly draws: PlannedDraws;
  /**
   * Sets m of every buffer, up to the capacity, and lets X be read from `inputs` (n_x values for each of the m examples)
   * instead of its own buffer. Nothing is allocated.
   */
  resize(m: number, inputs?: Floats): void;
}

/** What the random numbers of all layers depend on besides the step. */
export interface PlannedDraws {
  seed(seed: number): void;
  /** Where in the batch the first example of the piece in the plan's buffers stands. */
  startAt(place: number): void;
}

/** One layer's share of a plan. */
export interface PlannedLayer {
  readonly id: string;
  /** Of a layer whose activation comes after the pool behind it, A is Z. */
  readonly output: Value;
  readonly learn: readonly Op[];
  readonly backward: readonly Op[];
  readonly parameters: readonly Parameter[];
}
