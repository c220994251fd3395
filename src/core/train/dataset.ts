import type { Brightness } from '../augmentations/picture/brightness';
import type { Floats, StoredNumbers } from '../kernels/kernels';
import type { AffineMap, Border, PictureSize } from '../kernels/resampler';
import type { TargetEncoding } from '../losses/loss';
import type { TargetFacts } from '../network/dataReport';

/** Inputs in their own type. What becomes of each number x is x / scale, then (x − mean) / deviation, if there are any. */
export interface StoredInputs {
  readonly data: StoredNumbers;
  /** The row of each example; its own number where it isn't said. */
  readonly rows: Uint32Array | undefined;
  readonly scale: number;
  /** One number for each of an example. */
  readonly mean: Float64Array | undefined;
  readonly deviation: Float64Array | undefined;
}

/** Of targets that are standardised: y is standardised · deviation + mean, one of each for each value of an example. */
export interface TargetUnits {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * What becomes of an example before it is scaled: of its numbers as they were read, those of `read` from `at` on. What it
 * gives begins at 0, and is of use until the next call; undefined where it stays as it is.
 */
export type ChangeExample = (
  example: number,
  read: ArrayLike<number>,
  at: number,
) => Float64Array | undefined;

/** Of pictures that are augmented: what kernels do of it themselves, on the inputs as they are stored. */
export interface Views {
  readonly size: PictureSize;
  readonly border: Border;
  /** How an example is moved. */
  mapOf(example: number): AffineMap;
  /**
   * Changes values of moved pictures where these are, in X, as they were read, and then converts, scales and standardises
   * them; undefined where nothing is changed, and kernels do that.
   */
  finish?(indices: Uint32Array, from: number, count: number, X: Floats): void;
}

/** Examples ready to be gathered into a batch. Data stays in its own type until then. */
export interface Dataset {
  /** m. */
  readonly m: number;
  /** The shape of one example. */
  readonly inputShape: readonly number[];
  readonly targets: TargetFacts;
  /** Where the targets are standardised: what brings outputs back into their own units. */
  readonly targetUnits?: TargetUnits | undefined;
  /** Where the inputs are plain numbers: so that kernels may gather them themselves, with the same result. */
  readonly stored?: StoredInputs | undefined;
  /** Where what is stored isn't what a step sees: what becomes of it before. */
  readonly views?: Views | undefined;
  /** Of a table: which of its inputs are numbers, where others stand for categories. */
  readonly amounts?: readonly boolean[] | undefined;
  /** Of pictures: what their values are, as they were read. */
  readonly brightness?: Brightness | undefined;
  /**
   * Where inputs are left in a file: brings those of examples `indices[from … from + count]` into memory, and begins with
   * the ones after them. A promise where they have to be waited for; whoever gathers without waiting keeps all else
   * waiting. `indices` doesn't change while it is gone through.
   */
  arriving?(indices: Uint32Array, from: number, count: number): Promise<void> | undefined;
  /**
   * Writes examples `indices[from … from + count]` into X, example after example, changed where it is asked for, converted,
   * scaled and standardised.
   */
  gatherInputs(
    indices: Uint32Array,
    from: number,
    count: number,
    X: Floats,
    change?: ChangeExample | undefined,
  ): void;
  /** Writes their targets into Y, `n` values each, as `encoding` wants them. */
  gatherTargets(
    indices: Uint32Array,
    from: number,
    count: number,
    encoding: TargetEncoding,
    n: number,
    Y: Floats,
  ): void;
}
