import type { Batch } from '../../kernels/kernels';
import { inPlace } from './inPlace';
import type { Joining } from './joining';
import type { PlannedOp } from './plannedOp';
import { poolFirst } from './poolFirst';
import { Uses } from './uses';

/** In the order in which they are done: the second looks for what the first leaves. */
export const joinings: readonly Joining[] = [inPlace, poolFirst];

/** The ops of a plan rewritten by all but those named, and the names of those that found something. */
export function joined(
  ops: readonly PlannedOp[],
  kept: ReadonlySet<Batch>,
  without: ReadonlySet<string>,
): {
  readonly ops: readonly PlannedOp[];
  readonly passes: readonly string[];
  standsFor(batch: Batch): Batch;
} {
  const uses = new Uses(ops);
  const passes = joinings
    .filter(({ name }) => !without.has(name))
    .filter(joining => joining.rewrite(uses, kept))
    .map(({ name }) => name);
  return { ops: uses.ops, passes, standsFor: batch => uses.standsFor(batch) };
}
