import type { View } from '../../state';
import { child } from '../dom/child';

/** What the trained network says of one example, and how often it is right. */
export const predict: View = (root, state) => {
  const panel = child(root, 'section.panel.predict');
  child(panel, 'p.result').text(
    state.prediction?.classes?.[0]?.name ?? state.prediction?.outputs.join(', ') ?? '',
  );
};
