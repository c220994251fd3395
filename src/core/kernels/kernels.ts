import type { calls } from './calls/all';
import type { Floats } from './floats';
import type { StoredNumbers } from './operands';

export type { Floats } from './floats';
export type { Batch, Circumstances, Draws, Matrix, StoredExamples, StoredNumbers } from './operands';

export type Precision = 'float32' | 'float64';

/**
 * The operations a plan is made of, each defined in a file of `calls`. `referenceKernels` runs them as the notes write
 * them; faster sets implement the same interface and are tested against it.
 */
export type Calls = { readonly [K in keyof typeof calls]: (typeof calls)[K]['run'] };

/** One call of a kernel, as data, so that a pass can read and rewrite a plan. */
export type Op = {
  [K in keyof Calls]: {
    readonly call: K;
    readonly args: Parameters<Calls[K]>;
    readonly reads: string;
    /** Whose it is, for whoever measures; absent for what is outside layers. */
    readonly of?: { readonly layer: string; readonly pass: 'forward' | 'backward' };
  };
}[keyof Calls];

/** Ops made ready to run. */
export interface Program {
  /** Makes the calls in order, for the first m examples of each batch, `times` times over. */
  run(m: number, times?: number): void;
}

/**
 * A set of kernels. All arrays of one set come from its `allocate`, so a set may keep them in a memory of its own.
 */
export interface Kernels extends Calls {
  readonly name: string;
  readonly precision: Precision;
  /** Threads that share the work, where there is enough of it. */
  readonly threads: number;
  /** Whether sums of the last examples of a batch, beyond a multiple of 4, are added up in another order than those before. */
  readonly inFours?: boolean;
  /** Floating-point operations that take some 30 ms. */
  readonly flopsPerPiece: number;
  /** A zeroed array. */
  allocate(length: number): Floats;
  /** The same in float64, whatever the precision of the set: for sums over many examples. */
  allocateSums(length: number): Float64Array;
  /** A copy of an array in the memory of the set. */
  place<T extends StoredNumbers>(array: T): T;
  compile(ops: readonly Op[]): Program;
  /** Floating-point operations a second of the tile that products are made of, on one thread; absent where there is none. */
  peak?(): number;
}
