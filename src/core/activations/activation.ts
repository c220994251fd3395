import type { Floats } from '../kernels/floats';

/**
 * An activation A = g(Z). Both functions work on the n values of one example, at `offset` in each array, so that
 * softmax, which mixes the values of an example, has the same form as the others.
 */
export interface Activation {
  readonly type: string;
  readonly title: string;
  /** The formula as the notes write it: `σ(z) = 1 / (1 + e⁻ᶻ)`. */
  readonly formula: string;
  /** When to use it, in one sentence. */
  readonly summary: string;
  /** The range of its values, [low, high], as numbers or ±Infinity; lint rules compare labels and losses with it. */
  readonly range: readonly [number, number];
  /** Whether each of its values depends on all of the example, and not on one z alone. */
  readonly mixes?: true;
  /**
   * Whether A may be written over Z, and dZ over dA: each value is made of one z alone, and the slope is the same to the last
   * bit where `backward` is given A for Z.
   */
  readonly inPlace?: true;
  /** Whether A is Z, and dZ is dA. */
  readonly identity?: true;
  /**
   * Whether the largest g(z) is g of the largest z, to the last bit, and so is the gradient: g never falls, and where different z
   * give the same value its slope is 0.
   */
  readonly poolsAlike?: true;
  forward(Z: Floats, A: Floats, offset: number, n: number): void;
  /** dZ from dA. */
  backward(Z: Floats, A: Floats, dA: Floats, dZ: Floats, offset: number, n: number): void;
}
