import type { Viewport } from '../state';
import { FULL } from './detail';
import { fitViewport } from './fitViewport';
import type { Scene } from './scene/scene';

const MARGIN = 32;
/** A zoom at which the shapes are read with ease; what has to be cut off anyway is shown so large. */
const READABLE = 0.75;

/**
 * What is shown before anybody chose: all of the network, or of one too long to show its shapes so, its beginning, with
 * its branches side by side where there is room for them. Which of them goes by `widest`, the width that the canvas has
 * with the palette closed, so that to open it changes the size only.
 */
export function firstViewport(
  { bounds, layers, orientation }: Scene,
  window: { readonly width: number; readonly height: number },
  widest = window.width,
): Viewport {
  const [first] = layers.values();
  const whole = fitViewport(bounds, { width: widest, height: window.height }).k >= FULL;
  if (whole || !first) return fitViewport(bounds, window);
  const horizontal = orientation === 'horizontal';
  const across = horizontal ? bounds.height : bounds.width;
  const room = horizontal ? window.height : window.width;
  const fits = (room - 2 * MARGIN) / Math.max(across, 1);
  const k = Math.max(FULL, Math.min(READABLE, fits));
  const beside = fits >= FULL;
  return horizontal
    ? { x: MARGIN - bounds.x * k, y: room / 2 - (beside ? bounds.y + across / 2 : first.at.y) * k, k }
    : { x: room / 2 - (beside ? bounds.x + across / 2 : first.at.x) * k, y: MARGIN - bounds.y * k, k };
}
