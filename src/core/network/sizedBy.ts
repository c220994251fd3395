import { kinds, layerOf } from '../layers';
import type { Graph } from './graph';
import type { LayerNode } from './network';

/**
 * The layer whose values a layer gives, each in its place: itself, or what is before it where it only normalises them, leaves
 * some out or gives a function of each. On a cycle of nothing but such layers, one of them.
 */
export function sizedBy({ byId }: Graph, layer: LayerNode): LayerNode {
  const seen = new Set<LayerNode>();
  let at = layer;
  while (!seen.has(at)) {
    seen.add(at);
    const definition = layerOf(at.type);
    const before = at.inputs[0] === undefined ? undefined : byId.get(at.inputs[0]);
    if (!definition || !kinds[definition.kind].keepsPlaces || !before) break;
    at = before;
  }
  return at;
}

/** Whether a layer is one of those that the notes count: it has W1, b1, and n_h. */
export function isCounted({ type }: LayerNode): boolean {
  const definition = layerOf(type);
  return definition !== undefined && kinds[definition.kind].counted;
}
