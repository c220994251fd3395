import type { Floats } from './floats';

/**
 * The values of a batch, `(n, m)`: n values for each of m examples. Held example after example (the memory of
 * NumPy's `X.T`), so value j of example i is `data[i * n + j]` and an example is one contiguous run.
 */
export interface Batch {
  readonly n: number;
  readonly m: number;
  readonly data: Floats;
  /** The batch whose memory it is, where it is a view of that: rows within its examples. */
  readonly of?: Batch;
  /** Whether its memory holds bytes, or whole numbers, and not numbers of the precision. */
  readonly bytes?: true;
}

/** A parameter or its gradient, `(rows, columns)`, row after row as NumPy holds it. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Floats;
}

/** What calls add to. */
export type Sum = Batch | Matrix;

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
 * What an update has to know and tell: the factor of the gradients (1/m of the batch for a mean), the steps taken before
 * this one, 0, or NaN once a parameter or a running average is no longer finite, the step that the learning rates begin
 * with, what clipping leaves of the gradients (1 where it leaves them), and 64 factors of the learning rate, one a step.
 * See `makeCircumstances`.
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

/** How many numbers it holds. */
export function sizeOf(operand: Sum): number {
  return 'm' in operand ? operand.n * operand.m : operand.rows * operand.columns;
}

export function isBatch(arg: unknown): arg is Batch {
  return typeof arg === 'object' && arg !== null && 'm' in arg && 'data' in arg;
}

/**
 * Each example of a batch as `of.n / n` rows of n values: (n, m · of.n / n). It is a view: it has the batch's memory and follows its m.
 */
export function rowsOf(of: Batch, n: number): Batch {
  const whole = of.of ?? of;
  const count = rowCount(whole.n, n);
  return {
    n,
    of: whole,
    get m() {
      return whole.m * count;
    },
    get data() {
      return whole.data;
    },
  };
}

/** How many rows an example of the batch that it is a view of has; 1 where it is none. */
export function rowsPerExample({ n, of }: Batch): number {
  return of ? rowCount(of.n, n) : 1;
}

/** The operand whose memory it is: what is to be compared, since a view and what it is of are the same numbers. */
export function owner<T>(arg: T): T | Batch {
  return isBatch(arg) ? (arg.of ?? arg) : arg;
}

function rowCount(whole: number, n: number): number {
  if (whole % n !== 0) throw new Error(`Examples of ${whole} values have no rows of ${n}.`);
  return whole / n;
}
