import type { Viewport } from '../state';
import type { CanvasContext } from './canvasContext';
import { type Box, boxOf } from './scene/scene';

const MARGIN = 24;

/** Pans just as far as it takes to see the layer selected last, or the selected edge. */
export function revealSelection({ state, scene, actions, size, viewport }: CanvasContext) {
  const { selection, edge } = state;
  const id = selection.at(-1) ?? edge?.to;
  const layer = scene.layers.get(scene.keyOf.get(id ?? '') ?? '');
  if (!layer) return;
  const now = viewport();
  const next = revealed(boxOf(layer), now, size());
  if (next.x !== now.x || next.y !== now.y) actions.set({ viewport: next });
}

/** The viewport moved so that `box` is in view; where it is too large, so that its beginning is. */
export function revealed(
  box: Box,
  { x, y, k }: Viewport,
  window: { readonly width: number; readonly height: number },
): Viewport {
  const moved = (start: number, length: number, shift: number, room: number) => {
    const from = start * k + shift;
    const to = from + length * k;
    if (from < MARGIN) return shift + MARGIN - from;
    if (to > room - MARGIN) return shift - Math.min(to - room + MARGIN, from - MARGIN);
    return shift;
  };
  return { x: moved(box.x, box.width, x, window.width), y: moved(box.y, box.height, y, window.height), k };
}
