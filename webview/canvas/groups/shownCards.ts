import { isWhole } from '../../../src/core/network/isWhole';
import type { ViewState } from '../../state';
import type { LayerCard } from '../scene/layerCard';
import { layerCards } from '../scene/layerCards';
import { fold } from './fold';
import { type Group, groupsOf } from './groupsOf';

type Shown = Pick<ViewState, 'good' | 'snapshot' | 'data' | 'selection' | 'opened'>;

const kept = new WeakMap<
  object,
  { readonly groups: readonly Group[]; readonly foldable: ReadonlySet<Group> }
>();

/** The groups of what is shown, and those of them that can be drawn as one. Worked out once for each text. */
export function groupsShown({ good }: Pick<ViewState, 'good'>): {
  readonly groups: readonly Group[];
  readonly foldable: ReadonlySet<Group>;
} {
  if (!good) return { groups: [], foldable: new Set() };
  let known = kept.get(good);
  if (!known) {
    const groups = groupsOf(good.network);
    const byId = new Map(good.network.layers.map(layer => [layer.id, layer]));
    const foldable = new Set(groups.filter(({ ids }) => isWhole(byId, ids)));
    kept.set(good, (known = { groups, foldable }));
  }
  return known;
}

/** The cards as they are drawn, each folded group as one; and the groups that are open. */
export function shownCards(state: Shown): {
  readonly cards: readonly LayerCard[];
  readonly open: readonly Group[];
} {
  const { groups, foldable } = groupsShown(state);
  const isFolded = (group: Group) => foldable.has(group) && !state.opened.includes(group.key);
  return {
    cards: fold(layerCards(state), groups.filter(isFolded)),
    open: groups.filter(group => !isFolded(group)),
  };
}
