import type { View } from '../../state';
import { child } from '../dom/child';
import { emptyState } from '../dom/emptyState';
import { changedSince } from '../training/changedSince';
import { evaluation } from './evaluation';
import { generation } from './generation';
import { predictionForm } from './predictionForm';
import { result } from './result';

/** What the trained network says of one example, and how often it is right on the test set. */
export const predict: View = (root, state, actions) => {
  const panel = child(root, 'section.panel.predict');
  panel.setAttribute('aria-label', 'Predict');
  const trained = state.run && (state.points.length > 0 || state.run.info.iteration > 0);
  const broken = state.snapshot.problems.some(problem => problem.severity === 'error');
  emptyState(
    child(panel, 'div.empty'),
    !trained && {
      icon: 'lightbulb',
      title: 'Nothing learnt yet',
      words: 'Train the network first; then type an example here and see what it says.',
      action: {
        label: 'Train',
        icon: 'play',
        disabled: broken || !state.trusted,
        press: () => {
          if (actions.send({ type: 'run', action: 'start' })) actions.set({ panel: 'training' });
        },
      },
    },
  );
  const body = child(panel, 'div.trained');
  body.hidden = !trained;
  if (!trained) return;
  changedSince(child(body, 'div.notices'), state);
  predictionForm(child(body, 'section.input'), state, actions);
  result(child(body, 'section.result'), state);
  generation(child(body, 'section.generation'), state, actions);
  evaluation(child(body, 'section.evaluation'), state, actions);
};
