import type { Activation } from '../activations/activation';
import type { Loss } from '../losses/loss';
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

/** Numbers as files hold them. */
export type StoredNumbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** Examples in their own type, in the memory of a kernel set. Example i of an order is row `indices[i]`. */
export interface StoredExamples {
  /** n numbers a row. */
  readonly data: StoredNumbers;
  readonly indices: Int32Array;
  /** x / scale, then (x − mean) / deviation where there are any: n numbers each. */
  readonly scale: number;
  readonly mean: Float64Array | undefined;
  readonly deviation: Float64Array | undefined;
}

/**
 * What an update has to know and tell, three numbers: the factor of the gradients (1/m of the batch for a mean), the
 * steps taken before this one, and 0, or NaN once a parameter or a running average is no longer finite.
 */
export type Circumstances = Float64Array;

/**
 * What random numbers in a step depend on, and nothing else: so that they are the same for any number of threads, in
 * pieces of a batch, after a resume, and when backward looks a second time.
 */
export interface Draws {
  /** The seed of the training, to be written before its first step, and the layer's place in the network. */
  readonly key: Int32Array;
  readonly at: Circumstances;
  /** One number: where in the batch the first example of this piece stands. */
  readonly start: Int32Array;
}

/**
 * The operations a plan is made of. `reference.ts` implements them as the notes write them; faster sets implement
 * the same interface and are tested against it. A sum that is said to be added to is written instead where `add` is
 * false.
 */
export interface Calls {
  /** X = the examples `start[0]`, `start[0]` + 1 … of the order, converted and scaled. */
  gather(stored: StoredExamples, start: Int32Array, X: Batch): void;
  /** x = 0. */
  clear(x: Batch | Matrix): void;
  /** Z = W·X + b, with W (n_out, n_in), b (n_out, 1), X (n_in, m), Z (n_out, m). */
  affine(W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch): void;
  /** dW += dZ·Xᵀ and db += Σ dZ over the examples. */
  affineGradient(dZ: Batch, X: Batch, dW: Matrix, db: Matrix | undefined, add: boolean): void;
  /** db += Σ dZ over the examples. */
  sumExamples(dZ: Batch, db: Matrix, add: boolean): void;
  /** dX += Wᵀ·dZ. */
  affineInputGradient(W: Matrix, dZ: Batch, dX: Batch, add: boolean): void;
  /**
   * The inner products XᵀX of all pairs of examples, (m, m), their sums kept in float64 until they are whole. What of them
   * the precision can't hold goes into `rest`. `sums` is room for m·m numbers.
   */
  innerProducts(X: Batch, products: Batch, rest: Batch, sums: Float64Array): void;
  /** Z = P + b for each example: where W·X is known already. */
  addBias(P: Batch, b: Matrix | undefined, Z: Batch): void;
  /** A = g(Z). */
  activate(g: Activation, Z: Batch, A: Batch): void;
  /** dZ = dA ∘ g′(Z); for softmax the whole Jacobian of each example. */
  activateGradient(g: Activation, Z: Batch, A: Batch, dA: Batch, dZ: Batch): void;
  /** C = A − B. */
  subtract(A: Batch, B: Batch, C: Batch): void;
  /** sum += A. */
  accumulate(A: Batch, sum: Batch, add: boolean): void;
  /** sum += A; what rounding loses of it is kept in `rest`, and added the next time. */
  addExactly(A: Batch, sum: Batch, rest: Batch): void;
  /** Rows `from … from + source.n` of target += source (as `concatenate` needs; backward with slice). */
  accumulateRows(source: Batch, target: Batch, from: number, add: boolean): void;
  /** target += rows `from … from + target.n` of source. */
  accumulateSlice(source: Batch, from: number, target: Batch, add: boolean): void;
  /** sum[0] += Σ L(ŷ, y) over the examples, from Z where the loss pairs with the activation, else from A. */
  sumLoss(loss: Loss, A: Batch, Z: Batch | undefined, Y: Batch, sum: Float64Array): void;
  /** dA = ∂L/∂ŷ, not yet scaled to the cost. */
  lossGradient(loss: Loss, A: Batch, Y: Batch, dA: Batch): void;
  /** One step of the optimizer over one parameter. The gradient may be left scaled. */
  update(
    optimizer: Optimizer,
    fields: Readonly<Record<string, number>>,
    parameter: Floats,
    gradient: Floats,
    slots: OptimizerSlots,
    at: Circumstances,
  ): void;
  /** One step more was taken. */
  advance(at: Circumstances): void;
}

/** One call of a kernel, as data, so that a pass can read and rewrite a plan. */
export type Op = {
  [K in keyof Calls]: { readonly call: K; readonly args: Parameters<Calls[K]>; readonly reads: string };
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
  /** Floating-point operations that take some 30 ms. */
  readonly flopsPerPiece: number;
  /** A zeroed array. */
  allocate(length: number): Floats;
  /** The same in float64, whatever the precision of the set: for sums over many examples. */
  allocateSums(length: number): Float64Array;
  /** A copy of an array in the memory of the set. */
  place<T extends StoredNumbers>(array: T): T;
  compile(ops: readonly Op[]): Program;
}
