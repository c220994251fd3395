import type { Op } from '../../kernels/kernels';

/** Rewrites the ops of a step into fewer or cheaper ones with the same result. */
export interface Pass {
  /** By which it is switched off. */
  readonly name: string;
  /** What a step is with it, in a few words, as the panel says it. */
  readonly words: string;
  rewrite(ops: readonly Op[]): readonly Op[];
}
