import { isSource } from '../../layers';
import type { EditOf } from '../networkEdit';
import { outputOf } from './addLayer';
import {
  type Entry,
  freePlace,
  layerList,
  newEntry,
  placeAfter,
  spliceEntries,
  writeLayerList,
} from './layerList';
import type { NetworkDraft } from './networkDraft';

export function pasteLayers(
  draft: NetworkDraft,
  { layers, after }: Omit<EditOf<'paste-layers'>, 'kind'>,
): void {
  const list = layerList(draft);
  if (layers.length === 0 || (after !== undefined && !list.some(({ id }) => id === after))) return;
  const pasted: Entry[] = [];
  const fresh = new Map<string, string>();
  for (const { id, type, inputs, ...fields } of layers) {
    if (typeof type !== 'string') continue;
    const entry = newEntry([...list, ...pasted], type, fields, typeof id === 'string' ? id : undefined);
    const before = pasted.at(-1);
    if (Array.isArray(inputs)) entry.inputs = inputs.flatMap(input => fresh.get(String(input)) ?? []);
    else if (before && entry.most > 0) entry.inputs = [before.id];
    if (typeof id === 'string') fresh.set(id, entry.id);
    pasted.push(entry);
  }
  if (after !== undefined) spliceEntries(list, pasted, placeAfter(list, after));
  else spliceEntries(list, pasted, freePlace(list, outputOf(draft)));
  writeLayerList(draft, list);
}

/** The layers as they are written, to be pasted: `inputs` names only those among them. */
export function copiesOf(draft: NetworkDraft, ids: readonly string[]): Record<string, unknown>[] {
  const chosen = (draft.parsed.network?.layers ?? []).filter(({ id }) => ids.includes(id));
  const inside = new Set(chosen.map(({ id }) => id));
  return chosen.map((layer, i) => {
    const inputs = layer.inputs.filter(id => inside.has(id));
    const implied = i > 0 && !isSource(layer.type) ? [chosen[i - 1]!.id] : [];
    const { id: _id, type: _type, inputs: _inputs, ...fields } = layer.raw;
    const needless = inputs.length === implied.length && inputs.every((id, j) => id === implied[j]);
    return { id: layer.id, type: layer.type, ...(needless ? {} : { inputs }), ...fields };
  });
}
