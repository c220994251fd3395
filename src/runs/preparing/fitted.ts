import type { Snapshot } from '../../core/analyze';
import { parameterShapes } from '../../core/plan/parameterShapes';
import { stateShapes } from '../../core/plan/stateShapes';
import { checkpointMismatch } from '../../core/train/checkpointMismatch';
import type { Checkpoint } from '../../core/train/training';
import { RunFault } from '../runFault';

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
  const needed = [...parameterShapes(network!, shapes!), ...stateShapes(network!, shapes!)];
  return checkpointMismatch(needed, checkpoint);
}
