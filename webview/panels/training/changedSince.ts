import { stageOf } from '../../../src/runs/stage';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';

/** That the network or its data have changed since the run began, each as a notice in `root`. */
export function changedSince(root: HTMLElement, { run, points }: ViewState): void {
  const stale = child(root, 'div.notice.stale.network');
  // one that waits before its first step is made anew when it is begun
  const begun = stageOf(run, points.at(-1)) !== 'ready';
  stale.hidden = !run?.stale || !begun;
  icon(stale, 'history');
  setText(child(stale, 'p'), 'The network was edited since: this run is of an older version.');

  const data = child(root, 'div.notice.stale.data');
  data.hidden = !run?.dataChanged || !begun;
  icon(data, 'database');
  setText(
    child(data, 'p'),
    'The data have changed since: this run learnt from what was in them when it began, and an evaluation may now be on examples that it has trained on.',
  );
}
