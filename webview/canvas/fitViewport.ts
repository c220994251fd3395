import type { Viewport } from '../state';
import type { Box } from './scene/scene';

const MARGIN = 32;
/** A small network isn't blown up. */
const LARGEST_FIT = 1.25;

/** How far one can zoom. */
export const SMALLEST = 0.02;
export const LARGEST = 4;

/** Shows all of `bounds` in the middle of a window. */
export function fitViewport(
  bounds: Box,
  window: { readonly width: number; readonly height: number },
): Viewport {
  const k = Math.max(
    SMALLEST,
    Math.min(
      LARGEST_FIT,
      (window.width - 2 * MARGIN) / Math.max(bounds.width, 1),
      (window.height - 2 * MARGIN) / Math.max(bounds.height, 1),
    ),
  );
  return {
    x: (window.width - bounds.width * k) / 2 - bounds.x * k,
    y: (window.height - bounds.height * k) / 2 - bounds.y * k,
    k,
  };
}
