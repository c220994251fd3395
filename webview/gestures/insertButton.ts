import { canEdit } from '../canEdit';
import type { Gesture } from '../canvas/canvasContext';
import { onPress } from './press';

/** The plus on an edge opens the palette for that edge. */
export const insertButton: Gesture = canvas => {
  onPress(canvas, '.insert', (event, button) => {
    if (!canEdit(canvas.state)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const { from, to } = button.closest<SVGElement>('.edge')!.dataset;
    const edge = { from: from!, to: to! };
    canvas.actions.set({ selection: [], edge, paletteOpen: true, paletteEdge: edge });
  });
};
