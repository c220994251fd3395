import type { CanvasContext } from '../canvas/canvasContext';
import type { Edge } from '../state';

/** Adds a layer of a type: on the edge, after the layer selected last, or where the core puts it. */
export function addFromPalette(canvas: CanvasContext, type: string, edge: Edge | undefined, after?: string) {
  const { actions, state } = canvas;
  if (edge) {
    actions.edit({ kind: 'insert-layer', type, from: edge.from, to: edge.to });
    actions.set({ announcement: `Inserted a ${type} layer between ${edge.from} and ${edge.to}.` });
  } else {
    const previous = after ?? state.selection.at(-1);
    actions.edit({ kind: 'add-layer', type, ...(previous === undefined ? {} : { after: previous }) });
    actions.set({
      announcement: `Added a ${type} layer${previous === undefined ? '' : ` after ${previous}`}.`,
    });
  }
  canvas.focusSelection();
}
