import type { Command } from './command';
import { countOf } from './countOf';
import { editable, hasSelection } from './editable';

export const deleteLayers: Command = {
  name: 'delete-layers',
  title: 'Delete',
  icon: 'trash',
  keys: ['Delete', 'Backspace'],
  menus: ['layers'],
  separated: true,
  enabled: canvas => editable(canvas) && hasSelection(canvas),
  run: canvas => {
    const { selection, good } = canvas.state;
    const layers = good?.network.layers ?? [];
    const first = layers.findIndex(layer => selection.includes(layer.id));
    const left = layers.filter(layer => !selection.includes(layer.id));
    // the layer that takes its place in the order has the selection next
    const next = left[Math.min(first, left.length - 1)];
    canvas.actions.edit({ kind: 'remove-layers', ids: selection });
    canvas.actions.set({
      selection: next ? [next.id] : [],
      announcement: `Deleted ${countOf(selection)}.`,
    });
    canvas.focusSelection();
  },
};
