import type { z } from 'zod';
import type { Floats } from '../kernels/kernels';
import type { Random } from '../random';

export interface Initializer {
  readonly type: string;
  readonly title: string;
  readonly formula: string;
  readonly summary: string;
  /** Its fields besides `type`, such as `scale`. */
  readonly fields: z.ZodRawShape;
  /**
   * Fills weights of any shape in the order in which NumPy holds them (the last size fastest), drawing from `random` in
   * that order, as `np.random.randn(n_out, n_in)` does; or the next of them, after those before.
   */
  fill(fields: Readonly<Record<string, number>>, weights: Floats, fan: Fan, random: Random): void;
}

/** How many values an output is a sum of, and how many outputs a value goes into; (n_out, n_in) has them as its sizes. */
export interface Fan<N = number> {
  readonly in: N;
  readonly out: N;
}
