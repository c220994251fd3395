import type { Op } from '../../kernels/kernels';

/** Rewrites the ops of a step into fewer or cheaper ones with the same result. */
export interface Pass {
  /** By which it is switched off. */
  readonly name: string;
  /** What it does and what that saves, in one sentence. */
  readonly summary: string;
  rewrite(ops: readonly Op[]): readonly Op[];
}
