import { kinds, layerOf } from '../layers';
import type { LayerNode, Network } from './network';

/** The layers with parameters that one of `ids` is computed from, themselves left out, in the order of the list. */
export function learnersBefore({ layers }: Network, ids: readonly string[]): LayerNode[] {
  const byId = new Map(layers.map(layer => [layer.id, layer]));
  const before = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const input of byId.get(id)?.inputs ?? []) {
      if (before.has(input)) continue;
      before.add(input);
      waiting.push(input);
    }
  }
  return layers.filter(({ id, type }) => {
    const definition = layerOf(type);
    return before.has(id) && !ids.includes(id) && definition !== undefined && kinds[definition.kind].learns;
  });
}
