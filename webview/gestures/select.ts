import type { Gesture } from '../canvas/canvasContext';

/** A click selects a layer or an edge; with Shift, Ctrl or Cmd it adds to the selection or takes away from it. */
export const select: Gesture = ({ root, actions }) => {
  root.addEventListener('pointerdown', event => {
    if (event.button !== 0 && event.button !== 2) return;
    const target = event.target as Element;
    const layer = target.closest<SVGElement>('.layer')?.dataset.layer;
    const edge = target.closest<SVGElement>('.edge')?.dataset;
    if (layer !== undefined) actions.set({ selection: [layer], edge: undefined });
    else if (edge?.from !== undefined && edge.to !== undefined) {
      actions.set({ selection: [], edge: { from: edge.from, to: edge.to } });
    } else if (target.closest('svg.canvas')) actions.set({ selection: [], edge: undefined });
  });
};
