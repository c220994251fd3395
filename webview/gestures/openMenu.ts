import type { Gesture } from '../canvas/canvasContext';

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
    const id = layer?.dataset.layer;
    if (id !== undefined && !canvas.state.selection.includes(id))
      actions.set({ selection: [id], edge: undefined });
    if (edge) actions.set({ selection: [], edge: { from: edge.dataset.from!, to: edge.dataset.to! } });
    if (!layer && !edge) actions.set({ selection: [], edge: undefined });
    const box = root.getBoundingClientRect();
    // by key there is no pointer: it opens beside what has the focus
    const at = (layer ?? edge ?? target).getBoundingClientRect();
    const byKey = event.button !== 2;
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
