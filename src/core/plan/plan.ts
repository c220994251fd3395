import type { Batch, Floats, Kernels, Op } from '../kernels/kernels';
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
  /** Adds to the gradients of the parameters; the gradients of values are cleared by its first ops. */
  readonly backward: readonly Op[];
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

/** Makes the calls in order. */
export function run(ops: readonly Op[], kernels: Kernels): void {
  for (const op of ops) call(op, kernels);
}

export function call(op: Op, kernels: Kernels): void {
  // TypeScript can't see that `args` belongs to the same member of the union as `call`
  const kernel = kernels[op.call] as (...args: readonly unknown[]) => void;
  kernel(...op.args);
}
