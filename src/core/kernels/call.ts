import type { Activation } from '../activations/activation';
import type { Loss } from '../losses/loss';
import type { Optimizer } from '../optimizers/optimizer';
import type { Batch, Matrix, StoredNumbers, Sum } from './operands';

/**
 * Everything there is to know about one call: what it means, how `src/wasm` is told of it, and what passes and tests have
 * to know. `A` are its arguments. A sum that is said to be added to is written instead where `add`, the last of them, is
 * false.
 */
export interface CallDefinition<A extends readonly unknown[] = readonly unknown[]> {
  /** That of its file. */
  readonly name: string;
  /** What it means, as the notes write it, in plain JavaScript. Faster kernels are held to it. */
  run(...args: A): void;
  /**
   * Its arguments in the order in which `src/wasm/calls/<name>.ts` reads them, undefined where it doesn't know these. A
   * call without has no such file and is always `run`.
   */
  slots?(...args: A): readonly Slot[] | undefined;
  /**
   * Whether the last digit of what `src/wasm` makes of these is that of `run` in the build that adds in the order of the notes.
   * That build leaves other calls to `run`.
   */
  exact?(...args: A): boolean;
  /** The sums that `add` is about, all of each, so that writing leaves nothing behind; it does nothing else with them. */
  adds?(...args: A): readonly Sum[];
  /** Floating-point operations for each example, which decide whether threads share it. */
  work?(...args: A): number;
  /** Sizes that must be equal. */
  fits(...args: A): readonly (readonly number[])[];
  /** What it leaves behind in a state that differs from one kernel set to another, and nothing may read. */
  spoils?(...args: A): readonly unknown[];
  /** Arguments of every kind, on which each kernel set is held to `run`. */
  cases(make: Operands): readonly A[];
}

/**
 * An argument of a call as a program holds it: a whole number or an address, a number, or the address of a batch, which
 * may move between two runs.
 */
export type Slot = number | { readonly float: number } | { readonly batch: Batch };

/** Makes the operands of cases, in the memory of a kernel set, and fills them at random. */
export interface Operands {
  /** Between −2 and 2, times `scale`. */
  batch(n: number, m: number, scale?: number): Batch;
  /** The same for bytes, n·m times the bytes of a float32. */
  bytes(n: number, m: number): Batch;
  matrix(rows: number, columns: number): Matrix;
  /** Between 0 and 1, as probabilities are. */
  shares(n: number, m: number): Batch;
  /** Zeros. */
  sums(length: number): Float64Array;
  place<T extends StoredNumbers>(array: T): T;
  readonly activations: readonly Activation[];
  readonly losses: readonly Loss[];
  readonly optimizers: readonly {
    readonly optimizer: Optimizer;
    readonly fields: Readonly<Record<string, number>>;
  }[];
}
