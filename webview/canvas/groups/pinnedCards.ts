import type { Point } from '../layout/layoutNode';
import type { LayerCard } from '../scene/layerCard';

/** Where the cards stand that a person has placed: a folded group where its first layer does. */
export function pinnedCards(
  cards: readonly LayerCard[],
  positions: ReadonlyMap<string, Point> = new Map(),
): ReadonlyMap<string, Point> {
  if (positions.size === 0) return positions;
  return new Map(
    cards.flatMap(({ id, group }) => {
      const at = positions.get(group?.ids[0] ?? id);
      return at ? [[id, at]] : [];
    }),
  );
}
