import type { Viewport } from '../state';
import { FULL } from './detail';
import { firstViewport } from './firstViewport';
import { fitViewport } from './fitViewport';
import type { Box, Scene } from './scene/scene';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What was drawn, and in what room. */
export interface Drawn {
  readonly scene: Scene;
  readonly size: Size;
}

/**
 * Where all of the network was in view, and a layer that came or a view that got smaller no longer lets it be, the
 * viewport that shows all of it again; else undefined. A layer that only grows moves nothing: it is being worked on. Nor
 * does one that makes the network too long to be read as a whole: it is the end that is worked on, not the beginning.
 */
export function keepInView(
  before: Drawn | undefined,
  after: Drawn,
  viewport: Viewport,
): Viewport | undefined {
  if (!before || before.scene.layers.size === 0) return undefined;
  const smaller = gotSmaller(before, after);
  const came = after.scene.layers.size > before.scene.layers.size;
  if (!came && !smaller) return undefined;
  if (!shows(viewport, before.scene.bounds, before.size)) return undefined;
  if (!smaller && fitViewport(after.scene.bounds, after.size).k < FULL) return undefined;
  return shows(viewport, after.scene.bounds, after.size) ? undefined : firstViewport(after.scene, after.size);
}

export function gotSmaller(before: Drawn, after: Drawn): boolean {
  return after.size.width < before.size.width || after.size.height < before.size.height;
}

function shows({ x, y, k }: Viewport, box: Box, { width, height }: Size): boolean {
  const left = box.x * k + x;
  const top = box.y * k + y;
  return left >= 0 && top >= 0 && left + box.width * k <= width && top + box.height * k <= height;
}
