import type { Gesture } from '../canvas/canvasContext';
import { idsOf } from '../canvas/scene/scene';
import { foldGroup, openGroup } from '../commands/foldGroup';
import { onPress } from './press';

/** A press selects a layer or an edge; with Shift, Ctrl or Cmd it adds to the selection or takes away from it. */
export const selectByClick: Gesture = canvas => {
  onPress(canvas, '.layer', (event, { dataset }) => {
    const ids = idsOf(canvas.scene.layers.get(dataset.layer!)!);
    const { selection } = canvas.state;
    const selected = ids.every(id => selection.includes(id));
    const several = event.shiftKey || event.ctrlKey || event.metaKey;
    if (several) {
      canvas.actions.set({
        selection: selected
          ? selection.filter(other => !ids.includes(other))
          : [...new Set([...selection, ...ids])],
        edge: undefined,
      });
    } else if (!selected) canvas.actions.set({ selection: ids, edge: undefined });
    const { popover, paletteOpen } = canvas.state;
    if (popover !== undefined || paletteOpen) canvas.actions.set({ popover: undefined, paletteOpen: false });
    canvas.focusSelection(false);
  });
  onPress(canvas, '.frame-title', (event, { dataset }) => {
    event.stopImmediatePropagation();
    const frame = canvas.scene.frames.find(({ group }) => group.key === dataset.group);
    if (frame) foldGroup(canvas, frame.group);
  });
  onPress(canvas, '.edge', (_, { dataset }) => {
    canvas.actions.set({ selection: [], edge: { from: dataset.from!, to: dataset.to! }, popover: undefined });
    canvas.focusSelection(false);
  });
  canvas.root.addEventListener('dblclick', event => {
    const id = (event.target as Element).closest<SVGElement>('.layer')?.dataset.layer;
    const group = id === undefined ? undefined : canvas.scene.layers.get(id)?.card.group;
    if (group) openGroup(canvas, group);
    else if (id !== undefined && !(event.target as Element).closest('.step')) {
      const onUnits = (event.target as Element).closest('.units');
      canvas.actions.set(onUnits ? { typing: id } : { panel: 'inspector' });
    }
  });
};
