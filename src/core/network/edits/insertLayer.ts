import type { EditOf } from '../networkEdit';
import { layerList, newEntry, spliceEntries, writeLayerList } from './layerList';
import type { NetworkDraft } from './networkDraft';

export function insertLayer(draft: NetworkDraft, edit: EditOf<'insert-layer'>): void {
  const list = layerList(draft);
  const from = list.findIndex(({ id }) => id === edit.from);
  const to = list.findIndex(({ id, inputs }) => id === edit.to && inputs.includes(edit.from));
  if (from < 0 || to < 0) return;
  const entry = newEntry(list, edit.type, edit.fields);
  spliceEntries(list, [entry], { from: edit.from, to: [edit.to], index: to > from ? to : from + 1 });
  writeLayerList(draft, list);
}
