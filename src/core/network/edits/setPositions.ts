import { isObject } from '../json/formatJson';
import { jsonValue, nodeAt } from '../json/members';
import { setValue } from '../json/setValue';
import type { EditOf } from '../networkEdit';
import { keyOrder } from '../reading/keyOrder';
import type { NetworkDraft } from './networkDraft';

export function setPositions(
  draft: NetworkDraft,
  { positions }: Pick<EditOf<'set-positions'>, 'positions'>,
): void {
  if (Object.keys(positions).length === 0) return;
  const { json } = draft.parsed;
  const view = jsonValue(nodeAt(json.root, ['view']));
  const written = isObject(view) && isObject(view.positions) ? view.positions : {};
  const kept = new Map(Object.entries(written));
  for (const [id, position] of Object.entries(positions)) {
    if (position) kept.set(id, { x: Math.round(position.x), y: Math.round(position.y) });
    else kept.delete(id);
  }
  // the last position takes its empty `view` along
  const rest = isObject(view) ? Object.entries(view).filter(([name]) => name !== 'positions') : [];
  const value = kept.size > 0 ? [...rest, ['positions', Object.fromEntries(kept)]] : rest;
  draft.apply(setValue(json, ['view'], value.length > 0 ? Object.fromEntries(value) : undefined, keyOrder));
}
