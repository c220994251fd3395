import type { EditOf } from '../networkEdit';
import type { NetworkDraft } from './networkDraft';
import { copiesOf, pasteLayers } from './pasteLayers';

/** The copies follow the last of the layers. */
export function duplicateLayers(draft: NetworkDraft, { ids }: EditOf<'duplicate-layers'>): void {
  const last = draft.parsed.network?.layers.findLast(({ id }) => ids.includes(id));
  if (last) pasteLayers(draft, { layers: copiesOf(draft, ids), after: last.id });
}
