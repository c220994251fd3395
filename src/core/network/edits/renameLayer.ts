import { member } from '../json/members';
import { setMembers, setValue } from '../json/setValue';
import type { EditOf } from '../networkEdit';
import { keyOrder } from '../reading/keyOrder';
import { layerList } from './layerList';
import type { NetworkDraft } from './networkDraft';
import { groupsWith, setGroups } from './setGroups';

/** With every `inputs` and group that names it, and its position. An id that another layer has is refused. */
export function renameLayer(draft: NetworkDraft, { id, to }: EditOf<'rename-layer'>): void {
  const list = layerList(draft);
  const renamed = list.find(entry => entry.id === id);
  if (!renamed || id === to || to === '' || to.length > 100 || list.some(entry => entry.id === to)) return;
  const { json, elements, network } = draft.parsed;
  const edits = elements.flatMap((element, i) => {
    const layer = network!.layers[i]!;
    const inputs =
      layer.explicitInputs && layer.inputs.includes(id)
        ? { inputs: layer.inputs.map(input => (input === id ? to : input)) }
        : {};
    const own = layer.id === id ? { id: to } : {};
    return setMembers(json.text, element, { ...own, ...inputs }, keyOrder(['layers', i]), json.layout);
  });
  const positions = member(member(json.root, 'view')?.value, 'positions')?.value;
  const pinned = member(positions, id);
  if (pinned && member(positions, to))
    edits.push(...setValue(json, ['view', 'positions', id], undefined, keyOrder));
  else if (pinned)
    edits.push({ offset: pinned.key.offset, length: pinned.key.length, text: JSON.stringify(to) });
  const groups = groupsWith(draft, [id], member => (member === id ? to : member));
  draft.apply(edits);
  setGroups(draft, { groups });
}
