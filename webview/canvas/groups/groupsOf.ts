import type { LayerNode, Network } from '../../../src/core/network/network';
import { repeats } from './repeats';

/** Layers that are drawn as one while they are folded. */
export interface Group {
  readonly key: string;
  readonly title: string;
  /** In the order of the list. */
  readonly ids: readonly string[];
  /** How many times it holds the same layers; 1 for a group made by hand. */
  readonly times: number;
  /** The name in the file of one made by hand. */
  readonly name?: string;
}

/** In a smaller network all layers have room. */
const LARGE = 24;

/** The groups of a network: those made by hand, and in a large one the blocks that repeat. */
export function groupsOf({ layers, groups }: Pick<Network, 'layers' | 'groups'>): Group[] {
  const taken = new Set<string>();
  const found: Group[] = [];
  const places = new Map(groups.size > 0 ? layers.map(({ id }, place) => [id, place]) : []);
  for (const [name, members] of groups) {
    const ids = [...new Set(members)]
      .filter(id => places.has(id) && !taken.has(id))
      .sort((a, b) => places.get(a)! - places.get(b)!);
    if (ids.length < 2) continue;
    for (const id of ids) taken.add(id);
    found.push({ key: `group\n${name}`, title: name, ids, times: 1, name });
  }
  if (layers.length <= LARGE) return found;
  for (const { first, period, times } of repeats(layers)) {
    const members = layers.slice(first, first + period * times);
    if (members.some(({ id }) => taken.has(id))) continue;
    const ids = members.map(({ id }) => id);
    found.push({ key: `repeat\n${ids[0]}`, title: titleOf(members), ids, times });
  }
  return found;
}

function titleOf(members: readonly LayerNode[]): string {
  return `${members[0]!.id} … ${members.at(-1)!.id}`;
}
