import type { Viewport } from '../state';
import { fitViewport } from './fitViewport';
import type { Scene } from './scene/scene';

const MARGIN = 32;
/** The smallest zoom at which a layer can be read. */
const READABLE = 0.35;

/** What is shown before anybody chose: all of the network, or of one too long to be read so, its beginning. */
export function firstViewport(
  { bounds, layers, orientation }: Scene,
  window: { readonly width: number; readonly height: number },
): Viewport {
  const all = fitViewport(bounds, window);
  const [first] = layers.values();
  if (all.k >= READABLE || !first) return all;
  const k = READABLE;
  return orientation === 'horizontal'
    ? { x: MARGIN - bounds.x * k, y: window.height / 2 - first.at.y * k, k }
    : { x: window.width / 2 - first.at.x * k, y: MARGIN - bounds.y * k, k };
}
