import type { Batch, Floats, Op } from '../kernels/kernels';
import type { Value } from '../layers/layer';
import type { Parameter } from './parameters';

/** A network made ready to run on batches of at most `capacity` examples: every buffer placed, every call listed. */
export interface Plan {
  readonly capacity: number;
  /** The input (n_x, m) and the labels (n_y, m), to be filled before `forward` and `backward`. */
  readonly X: Batch;
  readonly Y: Batch;
  readonly output: Value;
  /** Z of the output where the loss pairs with its activation; then dZ = A − Y and the cost comes from Z. */
  readonly pairedZ: Batch | undefined;
  /** In an order in which each comes after its inputs, the input layer left out. */
  readonly layers: readonly PlannedLayer[];
  readonly parameters: readonly Parameter[];
  readonly input: string;
  readonly forward: readonly Op[];
  /** Adds Σ L over the examples to `sum[0]`. */
  readonly cost: readonly Op[];
  readonly sum: Float64Array;
  /** Adds to the gradients of the parameters; what else is a sum is cleared by its first ops. */
  readonly backward: readonly Op[];
  /** Clears the gradients of the parameters. */
  readonly clear: readonly Op[];
  /**
   * Sets m of every buffer, up to the capacity, and lets X be read from `inputs` (n_x values for each of the m examples)
   * instead of its own buffer. Nothing is allocated.
   */
  resize(m: number, inputs?: Floats): void;
}

/** One layer's share of a plan. */
export interface PlannedLayer {
  readonly id: string;
  readonly forward: readonly Op[];
  readonly backward: readonly Op[];
  readonly parameters: readonly Parameter[];
}
