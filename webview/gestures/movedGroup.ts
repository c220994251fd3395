import type { Group } from '../canvas/groups/groupsOf';
import type { Point } from '../canvas/layout/layoutNode';
import { plain } from '../canvas/scene/laidOut';
import { sceneOf } from '../canvas/scene/scene';
import type { Orientation, ViewState } from '../state';

/** Where the layers of a folded group stand when it is put somewhere: beside its first layer, as they do where it is open. */
export function movedGroup(
  state: ViewState,
  { key, ids }: Group,
  to: Point,
  orientation: Orientation,
): Record<string, Point> {
  const open = { ...state, opened: [...state.opened, key] };
  const { layers } = sceneOf(open, { ...plain, orientation });
  const first = layers.get(ids[0]!)!.at;
  const grid = (value: number) => Math.round(value / 4) * 4;
  return Object.fromEntries(
    ids.map(id => {
      const { at } = layers.get(id)!;
      return [id, { x: grid(to.x + at.x - first.x), y: grid(to.y + at.y - first.y) }];
    }),
  );
}
