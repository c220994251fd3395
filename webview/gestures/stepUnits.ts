import { canEdit } from '../canEdit';
import type { Gesture } from '../canvas/canvasContext';
import { changeUnits } from '../commands/changeUnits';
import { onPress } from './press';

/** The − and + beside a layer's units, and the number between them to be typed. */
export const stepUnits: Gesture = canvas => {
  onPress(canvas, '.step', (event, step) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    const id = step.closest<SVGElement>('.layer')!.dataset.layer!;
    canvas.actions.set({ selection: [id], edge: undefined });
    if (canEdit(canvas.state)) changeUnits(canvas, step.classList.contains('more') ? 1 : -1, [id]);
    canvas.focusSelection(false);
  });
  onPress(canvas, '.units-text', (event, text) => {
    const id = text.closest<SVGElement>('.layer')!.dataset.layer!;
    const only = canvas.state.selection.length === 1 && canvas.state.selection[0] === id;
    if (!only || !canEdit(canvas.state)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    canvas.actions.set({ typing: id });
  });
};
