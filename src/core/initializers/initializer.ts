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
   * Fills a weight matrix (n_out, n_in) row after row, drawing from `random` in that order, as
   * `np.random.randn(n_out, n_in)` does.
   */
  fill(
    fields: Readonly<Record<string, number>>,
    weights: Floats,
    nOut: number,
    nIn: number,
    random: Random,
  ): void;
}
