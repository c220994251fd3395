import type { Viewport } from '../state';
import type { CanvasContext } from './canvasContext';
import type { Point } from './layout/layoutNode';
import { boxOf, type Scene, type SceneLayer } from './scene/scene';

/**
 * The viewport at zoom `k` in which what stands at `point`, in CSS pixels of the canvas, stands there still: the same place of
 * the drawing, or, where layers have another size with less or more detail, the same place of the layer that is nearest.
 */
export function zoomed(
  { viewport, scene, sceneAt }: Pick<CanvasContext, 'viewport' | 'scene' | 'sceneAt'>,
  k: number,
  point: Point,
): Viewport {
  const now = viewport();
  const here = { x: (point.x - now.x) / now.k, y: (point.y - now.y) / now.k };
  const next = sceneAt(k);
  const there = next.detail === scene.detail ? here : placeIn(next, scene, here);
  return { x: point.x - there.x * k, y: point.y - there.y * k, k };
}

function placeIn(after: Scene, before: Scene, here: Point): Point {
  const nearest = nearestLayer(before, here);
  const same = nearest && after.layers.get(nearest.card.id);
  if (!nearest || !same) return here;
  const { left, right, top, bottom } = nearest.size.extent;
  const now = same.size.extent;
  const [dx, dy] = [here.x - nearest.at.x, here.y - nearest.at.y];
  return {
    x: same.at.x + scaled(dx, dx < 0 ? left : right, dx < 0 ? now.left : now.right),
    y: same.at.y + scaled(dy, dy < 0 ? top : bottom, dy < 0 ? now.top : now.bottom),
  };
}

/** Within the layer a share of it, beyond it as far from its border. */
function scaled(distance: number, before: number, after: number): number {
  if (Math.abs(distance) <= before) return (distance / before) * after;
  return distance + Math.sign(distance) * (after - before);
}

function nearestLayer({ layers }: Scene, { x, y }: Point): SceneLayer | undefined {
  let nearest: SceneLayer | undefined;
  let least = Infinity;
  for (const layer of layers.values()) {
    const box = boxOf(layer);
    const dx = Math.max(box.x - x, 0, x - box.x - box.width);
    const dy = Math.max(box.y - y, 0, y - box.y - box.height);
    const distance = Math.hypot(dx, dy);
    if (distance < least) {
      least = distance;
      nearest = layer;
    }
  }
  return nearest;
}
