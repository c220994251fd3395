import type { Activation } from '../activations/activation';
import type { Optimizer, OptimizerSlots } from '../optimizers/optimizer';
import type { Floats } from './floats';

export type { Floats } from './floats';

export type Precision = 'float32' | 'float64';

/**
 * The values of a batch, `(n, m)`: n values for each of m examples. Held example after example (the memory of
 * NumPy's `X.T`), so value j of example i is `data[i * n + j]` and an example is one contiguous run.
 */
export interface Batch {
  readonly n: number;
  readonly m: number;
  readonly data: Floats;
}

/** A parameter or its gradient, `(rows, columns)`, row after row as NumPy holds it. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Floats;
}

/**
 * The operations a plan is made of. `reference.ts` implements them as the notes write them; faster sets implement
 * the same interface and are tested against it. All arrays of one kernel set come from its `allocate`, so a set may
 * keep them in a memory of its own.
 */
export interface Kernels {
  readonly name: string;
  readonly precision: Precision;
  /** A zeroed array. */
  allocate(length: number): Floats;
  fill(x: Floats, value: number): void;
  /** Z = W·X + b, with W (n_out, n_in), b (n_out, 1), X (n_in, m), Z (n_out, m). */
  affine(W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch): void;
  /** dW += dZ·Xᵀ and db += Σ dZ over the examples. */
  affineGradient(dZ: Batch, X: Batch, dW: Matrix, db: Matrix | undefined): void;
  /** dX += Wᵀ·dZ. */
  affineInputGradient(W: Matrix, dZ: Batch, dX: Batch): void;
  /** A = g(Z). */
  activate(g: Activation, Z: Batch, A: Batch): void;
  /** dZ = dA ∘ g′(Z); for softmax the whole Jacobian of each example. */
  activateGradient(g: Activation, Z: Batch, A: Batch, dA: Batch, dZ: Batch): void;
  /** C = A − B. */
  subtract(A: Batch, B: Batch, C: Batch): void;
  /** sum += A. */
  accumulate(A: Batch, sum: Batch): void;
  /** Rows `from … from + source.n` of target += source (as `concatenate` needs; backward with slice). */
  accumulateRows(source: Batch, target: Batch, from: number): void;
  /** target += rows `from … from + target.n` of source. */
  accumulateSlice(source: Batch, from: number, target: Batch): void;
  /** x *= factor. */
  scale(x: Floats, factor: number): void;
  /** One step of the optimizer over one parameter; `step` counts from 1. */
  update(
    optimizer: Optimizer,
    fields: Readonly<Record<string, number>>,
    parameter: Floats,
    gradient: Floats,
    slots: OptimizerSlots,
    step: number,
  ): void;
}

/** One call of a kernel, as data, so that a pass can read and rewrite a plan. */
export type Op = {
  [K in KernelCall]: { readonly call: K; readonly args: Parameters<Kernels[K]>; readonly reads: string };
}[KernelCall];

type KernelCall = Exclude<keyof Kernels, 'name' | 'precision' | 'allocate' | 'update'>;
