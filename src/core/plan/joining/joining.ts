import type { Batch } from '../../kernels/kernels';
import type { Uses } from './uses';

/** Rewrites the ops of a plan, before its batches are placed, into fewer ones, or over less memory, with the same result. */
export interface Joining {
  /** By which it is switched off. */
  readonly name: string;
  /** What a step is with it, in a few words, as the panel says it. */
  readonly words: string;
  /** `kept` are the batches that are looked at, or filled, outside the ops. Says whether it found anything. */
  rewrite(uses: Uses, kept: ReadonlySet<Batch>): boolean;
}
