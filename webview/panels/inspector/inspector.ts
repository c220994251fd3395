import type { View } from '../../state';
import { child } from '../dom/child';

/** What the selected layer is, or the network where none is selected. */
export const inspector: View = (root, state) => {
  const panel = child(root, 'section.panel.inspector');
  const network = state.snapshot.network ?? state.good?.network;
  const selected = network?.layers.filter(layer => state.selection.includes(layer.id)) ?? [];
  const title = selected.map(layer => layer.id).join(', ') || network?.name || state.document?.name || '';
  child(panel, 'h2.title').text(title);
};
