import { before, blockOf } from '../../layers/blocks';
import type { Network } from '../network';
import type { EditOf } from '../networkEdit';
import { outputIn } from './addLayer';
import { type Entry, layerList, newEntry, placeAfter, replaceInput, writeLayerList } from './layerList';
import type { NetworkDraft } from './networkDraft';
import { setGroups } from './setGroups';

export function addBlock(draft: NetworkDraft, edit: EditOf<'add-block'>): void {
  const list = layerList(draft);
  const block = blockOf(edit.block);
  const place = placeAfter(list, edit.after);
  const to = edit.to === undefined ? place.to : place.to.filter(id => id === edit.to);
  if (!block || place.index === 0 || (edit.to !== undefined && to.length === 0)) return;
  const entries: Entry[] = [];
  const fresh = new Map<string | typeof before, string>([[before, edit.after]]);
  for (const { id, type, fields, inputs } of block.layers(edit.width, edit.settings)) {
    const entry = newEntry([...list, ...entries], type, { ...fields }, id);
    entry.inputs = inputs?.map(input => fresh.get(input)!) ?? [entries.at(-1)?.id ?? edit.after];
    fresh.set(id, entry.id);
    entries.push(entry);
  }
  for (const entry of list) if (to.includes(entry.id)) replaceInput(entry, edit.after, [entries.at(-1)!.id]);
  list.splice(place.index, 0, ...entries);
  writeLayerList(draft, list);
  const taken = draft.parsed.network?.groups;
  let name = block.group;
  for (let n = 2; taken?.has(name); n++) name = `${block.group}-${n}`;
  setGroups(draft, { groups: { [name]: entries.map(({ id }) => id) } });
}

/** The layer that a block follows where none was chosen: what feeds the output, or the last one. */
export function blockPlace(network: Network): string | undefined {
  const output = network.layers.find(({ id }) => id === outputIn(network));
  return output?.inputs[0] ?? network.layers.at(-1)?.id;
}
