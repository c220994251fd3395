import type { Viewport } from '../state';
import { firstViewport } from './firstViewport';
import type { Box, Scene } from './scene/scene';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where all of the network was in view and a layer that came no longer lets it be, the viewport that shows all of it
 * again; else undefined. A layer that only grows moves nothing: it is being worked on.
 */
export function keepInView(
  before: Scene | undefined,
  after: Scene,
  viewport: Viewport,
  size: Size,
): Viewport | undefined {
  if (!before || before.layers.size >= after.layers.size || before.layers.size === 0) return undefined;
  if (!shows(viewport, before.bounds, size) || shows(viewport, after.bounds, size)) return undefined;
  return firstViewport(after, size);
}

function shows({ x, y, k }: Viewport, box: Box, { width, height }: Size): boolean {
  const left = box.x * k + x;
  const top = box.y * k + y;
  return left >= 0 && top >= 0 && left + box.width * k <= width && top + box.height * k <= height;
}
