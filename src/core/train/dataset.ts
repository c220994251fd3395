import type { Floats } from '../kernels/kernels';
import type { TargetEncoding } from '../losses/loss';
import type { TargetFacts } from '../network/dataReport';

/** Examples ready to be gathered into a batch. Data stays in its own type until then. */
export interface Dataset {
  /** m. */
  readonly m: number;
  /** The shape of one example. */
  readonly inputShape: readonly number[];
  readonly targets: TargetFacts;
  /**
   * Writes examples `indices[from … from + count]` into X, example after example, converted, scaled and standardised.
   */
  gatherInputs(indices: Uint32Array, from: number, count: number, X: Floats): void;
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
