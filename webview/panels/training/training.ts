import type { View } from '../../state';
import { child } from '../dom/child';

/** The run: its state, its controls and its curves. */
export const training: View = (root, state) => {
  const panel = child(root, 'section.panel.training');
  child(panel, 'p.state').text(state.run?.message ?? state.run?.state ?? 'No run yet.');
};
