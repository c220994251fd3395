import { type Offered, offeredControls } from '../../../src/protocol/controls';
import { stageOf } from '../../../src/runs/stage';
import type { ViewState } from '../../state';

/** The controls of the run that make sense now. */
export function offeredNow({
  run,
  points,
  snapshot,
  trusted,
}: Pick<ViewState, 'run' | 'points' | 'snapshot' | 'trusted'>): Offered[] {
  const broken = !snapshot.network || snapshot.problems.some(({ severity }) => severity === 'error');
  return offeredControls(stageOf(run, points.at(-1)), { broken, trusted });
}
