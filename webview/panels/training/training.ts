import { problemCounts } from '../../../src/core/network/problemCounts';
import { numberText } from '../../../src/runs/figures/numberText';
import type { View } from '../../state';
import { child } from '../dom/child';
import { emptyState } from '../dom/emptyState';
import { aboutRun } from './aboutRun';
import { runCharts } from './runCharts';
import { runControls } from './runControls';
import { runNotices } from './runNotices';
import { runPace, runProgress } from './runProgress';
import { runTable } from './runTable';
import { seedInUse } from './seedInUse';
import { textSample } from './textSample';

/** The run: its controls, its progress, its curves, and what it was of. */
export const training: View = (root, state, actions) => {
  const panel = child(root, 'section.panel.training');
  panel.setAttribute('aria-label', 'Training');
  const { run, progress } = state;
  const { error: errors } = problemCounts(state.snapshot.problems);
  emptyState(
    child(panel, 'div.empty'),
    !run &&
      !progress && {
        icon: 'graph-line',
        title: 'Not trained yet',
        words: errors
          ? `Mend ${errors === 1 ? 'the error' : `the ${numberText(errors)} errors`} of the network first; they are marked on the canvas.`
          : 'Press Train, and watch the cost fall. Step takes one step of gradient descent at a time.',
      },
  );
  runProgress(child(panel, 'div.progress'), state);
  runControls(child(panel, 'div.controls'), state, actions);
  seedInUse(child(panel, 'div.seed'), state);
  runNotices(child(panel, 'div.notices'), state, actions);
  textSample(child(panel, 'div.sample'), state);
  runCharts(child(panel, 'div.charts'), state, actions);
  runPace(child(panel, 'div.pace'), state);
  runTable(child(panel, 'details.table'), state);
  aboutRun(child(panel, 'details.about'), state);
};
