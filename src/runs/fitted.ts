import type { Snapshot } from '../core/analyze';
import { referenceKernels } from '../core/kernels/reference';
import { placeParameters } from '../core/plan/parameters';
import { checkpointMismatch } from '../core/train/checkpointMismatch';
import type { Checkpoint } from '../core/train/training';
import { RunFault } from './runFault';

/** The checkpoint, where its parameters are those of the network; throws a fault where they aren't. */
export function fitted(snapshot: Snapshot, checkpoint: Checkpoint): Checkpoint {
  const mismatch = mismatchOf(snapshot, checkpoint);
  if (mismatch) throw new RunFault(mismatch);
  return checkpoint;
}

export function fits(snapshot: Snapshot, checkpoint: Checkpoint): boolean {
  return mismatchOf(snapshot, checkpoint) === undefined;
}

function mismatchOf({ network, shapes }: Snapshot, checkpoint: Checkpoint): string | undefined {
  // only for their shapes
  const kernels = referenceKernels(network!.training!.precision);
  return checkpointMismatch(placeParameters(network!, shapes!, kernels), checkpoint);
}
