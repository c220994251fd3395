import type { LayoutNode } from './layoutNode';

/**
 * The rank of each layer along the flow: the length of the longest path to it. An input that stands on a cycle counts
 * for nothing where it would close it.
 */
export function ranks(nodes: readonly LayoutNode[]): Map<string, number> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const rank = new Map<string, number>();
  const open = new Set<string>();
  for (const { id } of nodes) {
    const path = [id];
    // depth first without recursion: a chain may be long
    while (path.length > 0) {
      const top = path.at(-1)!;
      if (rank.has(top)) {
        path.pop();
        continue;
      }
      open.add(top);
      const inputs = byId.get(top)!.inputs.filter(input => byId.has(input));
      const next = inputs.find(input => !rank.has(input) && !open.has(input));
      if (next !== undefined) {
        path.push(next);
        continue;
      }
      rank.set(top, Math.max(-1, ...inputs.map(input => rank.get(input) ?? -1)) + 1);
      open.delete(top);
      path.pop();
    }
  }
  return rank;
}
