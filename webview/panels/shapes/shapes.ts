import type { View } from '../../state';
import { child } from '../dom/child';

/** The table of all layers with their shapes. */
export const shapes: View = (root, state) => {
  const panel = child(root, 'section.panel.shapes');
  const report = state.snapshot.shapes ?? state.good?.shapes;
  child(panel, 'ul.layers')
    .selectAll('li')
    .data([...(report?.layers.values() ?? [])], layer => (layer as { id: string }).id)
    .join('li')
    .text(layer => `${layer.id}: ${layer.parameterCount ?? 0} parameters`);
};
