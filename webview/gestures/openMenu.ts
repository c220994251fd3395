import type { CanvasContext, Gesture } from '../canvas/canvasContext';
import { idsOf } from '../canvas/scene/scene';

/** A right click, the menu key or Shift+F10 opens the menu of what is under the pointer, else of the selection. */
export const openMenu: Gesture = canvas => {
  const { root, actions } = canvas;
  root.addEventListener('contextmenu', event => {
    const target = event.target as Element;
    if (!target.closest('svg.canvas')) return;
    event.preventDefault();
    event.stopPropagation();
    const layer = target.closest<SVGElement>('.layer');
    const edge = target.closest<SVGElement>('.edge');
    const byKey = event.button !== 2;
    // by key it is about the selection, which may be newer than the focus
    if (!byKey || !hasSelection(canvas)) select(canvas, layer, edge);
    const box = root.getBoundingClientRect();
    // by key there is no pointer: it opens beside what has the focus
    const at = (layer ?? edge ?? target).getBoundingClientRect();
    actions.set({
      menu: byKey
        ? { x: at.left - box.left + 24, y: at.top - box.top + 24 }
        : { x: event.clientX - box.left, y: event.clientY - box.top },
    });
    actions.draw();
  });
  window.addEventListener('pointerdown', event => {
    if (canvas.state.menu && !(event.target as Element).closest?.('.menu')) actions.set({ menu: undefined });
  });
};

function hasSelection({ state }: CanvasContext): boolean {
  return state.selection.length > 0 || state.edge !== undefined;
}

/** Selects what the menu was opened on, unless it is among what is selected. */
function select(canvas: CanvasContext, layer: SVGElement | null, edge: SVGElement | null) {
  const { state, actions } = canvas;
  const item = canvas.scene.layers.get(layer?.dataset.layer ?? '');
  if (edge) actions.set({ selection: [], edge: { from: edge.dataset.from!, to: edge.dataset.to! } });
  else if (!item) actions.set({ selection: [], edge: undefined });
  else if (!idsOf(item).every(id => state.selection.includes(id))) {
    actions.set({ selection: idsOf(item), edge: undefined });
  }
}
