import type { Snapshot } from '../core/analyze';
import { referenceKernels } from '../core/kernels/reference';
import { placeParameters } from '../core/plan/parameters';
import { checkpointMismatch } from '../core/train/checkpointMismatch';
import type { Checkpoint } from '../core/train/training';
import { RunFault } from './runFault';

/** The checkpoint, where its parameters are those of the network; throws a fault where they aren't. */
export function fitted({ network, shapes }: Snapshot, checkpoint: Checkpoint): Checkpoint {
  // only for their shapes
  const kernels = referenceKernels(network!.training!.precision);
  const mismatch = checkpointMismatch(placeParameters(network!, shapes!, kernels), checkpoint);
  if (mismatch) throw new RunFault(mismatch);
  return checkpoint;
}
