import type { Floats } from '../kernels/kernels';

/** How a loss wants the targets of the data: as 0/1, one row a class, or as numbers. */
export type TargetEncoding = 'binary' | 'one-hot' | 'numbers';

/**
 * A loss L(ŷ, y) of one example, and the cost J = scale · Σ L over the examples. Functions work on the n values of
 * one example at `offset`, for A = ŷ and Y alike.
 */
export interface Loss {
  readonly type: string;
  readonly title: string;
  readonly formula: string;
  readonly summary: string;
  readonly encoding: TargetEncoding;
  /** The output activations it suits, best first; the first is what a quick fix proposes. */
  readonly suits: readonly string[];
  /** The factor between the summed loss and the cost: 1/m for a mean over the examples, 1 for a sum. */
  scale(m: number, n: number): number;
  /** The loss of one example, finite also where ŷ is 0 or 1. */
  loss(A: Floats, Y: Floats, offset: number, n: number): number;
  /** dA = ∂L/∂ŷ of one example (unscaled). */
  gradient(A: Floats, Y: Floats, dA: Floats, offset: number, n: number): void;
  /**
   * The activation with which the loss has a closed form in Z: dZ = A − Y, and a loss that needs no log of A. Absent
   * where there is none.
   */
  readonly paired?: {
    readonly activation: string;
    lossFromZ(Z: Floats, Y: Floats, offset: number, n: number): number;
  };
}
