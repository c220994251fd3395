import type { Viewport } from '../state';
import type { Box } from './scene/scene';

/** How much of the drawing stays in view however far it is panned, in CSS pixels. */
const REST = 80;

/** The viewport, moved where the drawing would lie outside the window, so that a part of it can be seen. */
export function withinReach(
  { x, y, k }: Viewport,
  bounds: Box,
  window: { readonly width: number; readonly height: number },
): Viewport {
  return {
    x: reach(x, bounds.x * k, bounds.width * k, window.width),
    y: reach(y, bounds.y * k, bounds.height * k, window.height),
    k,
  };
}

function reach(shift: number, start: number, length: number, room: number): number {
  const rest = Math.min(REST, length, room);
  return Math.max(rest - start - length, Math.min(room - rest - start, shift));
}
