import type { LayerNode } from './network';

/**
 * Whether a group can be drawn as one: no way leads out of it and back in through other layers. Where one does, folding it would
 * draw a circle.
 */
export function isWhole(byId: ReadonlyMap<string, LayerNode>, ids: readonly string[]): boolean {
  const members = new Set(ids);
  // back from what feeds the group: none of that may be fed by it
  const open = ids.flatMap(id => byId.get(id)?.inputs ?? []).filter(id => !members.has(id));
  const seen = new Set<string>();
  while (open.length > 0) {
    const id = open.pop()!;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const input of byId.get(id)?.inputs ?? []) {
      if (members.has(input)) return false;
      open.push(input);
    }
  }
  return true;
}
