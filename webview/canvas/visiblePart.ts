import type { Viewport } from '../state';
import { type Box, boxOf, type Scene, type SceneEdge, type SceneLayer } from './scene/scene';

export interface VisiblePart {
  readonly layers: readonly SceneLayer[];
  readonly edges: readonly SceneEdge[];
}

/** Room beyond the window that is drawn too, in CSS pixels, so that a pan needs no drawing on every frame. */
const MARGIN = 300;

/** The part of the drawing that a window shows. `keep` is drawn wherever it is, since it has the focus. */
export function visiblePart(
  scene: Scene,
  { x, y, k }: Viewport,
  window: { readonly width: number; readonly height: number },
  keep: ReadonlySet<string>,
): VisiblePart {
  const view: Box = {
    x: (-x - MARGIN) / k,
    y: (-y - MARGIN) / k,
    width: (window.width + 2 * MARGIN) / k,
    height: (window.height + 2 * MARGIN) / k,
  };
  const layers = [...scene.layers.values()].filter(
    layer => keep.has(layer.card.id) || overlap(boxOf(layer), view),
  );
  const edges = scene.edges.filter(edge => keep.has(edge.key) || overlap(edgeBox(edge), view));
  return { layers, edges };
}

function edgeBox({ from, to, through }: SceneEdge): Box {
  const points = [from.at, to.at, ...through];
  const left = Math.min(...points.map(point => point.x));
  const top = Math.min(...points.map(point => point.y));
  return {
    x: left,
    y: top,
    width: Math.max(...points.map(point => point.x)) - left,
    height: Math.max(...points.map(point => point.y)) - top,
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
