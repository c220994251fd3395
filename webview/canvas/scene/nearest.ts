import type { Point } from '../layout/layoutNode';
import { inPort, outPort } from '../marks/edgePath';
import { boxOf, type Scene, type SceneEdge } from './scene';

/** The edge nearest to a point of the drawing, within `reach` of it. */
export function nearestEdge(
  { edges, orientation }: Scene,
  point: Point,
  reach: number,
  fits: (edge: SceneEdge) => boolean = () => true,
): SceneEdge | undefined {
  let nearest: SceneEdge | undefined;
  let least = reach;
  for (const edge of edges) {
    if (!fits(edge)) continue;
    const points = [outPort(edge.from, orientation), ...edge.through, inPort(edge.to, orientation)];
    for (let i = 1; i < points.length; i++) {
      const distance = distanceTo(point, points[i - 1]!, points[i]!);
      if (distance < least) {
        least = distance;
        nearest = edge;
      }
    }
  }
  return nearest;
}

/** The layer whose card a point of the drawing is on. */
export function layerAt({ layers }: Scene, { x, y }: Point): string | undefined {
  for (const [id, layer] of layers) {
    const box = boxOf(layer);
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return id;
  }
  return undefined;
}

/** The distance of a point from the stretch between two others. */
function distanceTo({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}
