import type { EditOf } from '../networkEdit';
import { layerList, writeLayerList } from './layerList';
import type { NetworkDraft } from './networkDraft';

/**
 * Without a place `from` is put behind the other inputs, in the place of the last where there is no room for more; one that
 * feeds a layer already doesn't feed it twice. With one it is put there, whatever else it feeds.
 */
export function connect(draft: NetworkDraft, { from, to, place }: EditOf<'connect'>): void {
  const list = layerList(draft);
  const target = list.find(({ id }) => id === to);
  if (!target || from === to || target.most === 0 || !list.some(({ id }) => id === from)) return;
  if (place === undefined && target.inputs.includes(from)) return;
  const at = Math.min(place ?? Infinity, target.inputs.length, target.most - 1);
  target.inputs = [...target.inputs.slice(0, at), from, ...target.inputs.slice(at + 1)];
  writeLayerList(draft, list);
}

/** With a place only there, where `from` feeds a layer in several. */
export function disconnect(draft: NetworkDraft, { from, to, place }: EditOf<'disconnect'>): void {
  const list = layerList(draft);
  const target = list.find(({ id }) => id === to);
  if (!target?.inputs.includes(from)) return;
  const rest = target.inputs.filter((id, i) => id !== from || (place !== undefined && i !== place));
  if (rest.length === target.inputs.length) return;
  target.inputs = rest;
  writeLayerList(draft, list);
}
