import type { EditOf } from '../networkEdit';
import { layerList, replaceInput, writeLayerList } from './layerList';
import type { NetworkDraft } from './networkDraft';
import { groupsWith, setGroups } from './setGroups';
import { setPositions } from './setPositions';

export function removeLayers(draft: NetworkDraft, { ids }: EditOf<'remove-layers'>): void {
  const list = layerList(draft);
  const gone = list.filter(({ id }) => ids.includes(id));
  if (gone.length === 0) return;
  for (const removed of gone) {
    for (const entry of list) {
      if (entry.inputs.includes(removed.id)) {
        replaceInput(
          entry,
          removed.id,
          removed.inputs.filter(id => id !== removed.id && id !== entry.id),
        );
      }
    }
  }
  const pinned = gone.filter(({ id }) => draft.parsed.network?.positions.has(id));
  const groups = groupsWith(draft, ids, id => (ids.includes(id) ? undefined : id));
  writeLayerList(
    draft,
    list.filter(entry => !gone.includes(entry)),
  );
  setGroups(draft, { groups });
  setPositions(draft, { positions: Object.fromEntries(pinned.map(({ id }) => [id, null])) });
}
