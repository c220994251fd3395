import type { EditOf } from './edits';
import { layerList, writeLayerList } from './layerList';
import type { NetworkDraft } from './networkDraft';

/** A layer that takes one input takes the new one instead. */
export function connect(draft: NetworkDraft, { from, to }: EditOf<'connect'>): void {
  const list = layerList(draft);
  const target = list.find(({ id }) => id === to);
  if (!target || from === to || target.arity === 'none' || !list.some(({ id }) => id === from)) return;
  if (target.inputs.includes(from)) return;
  target.inputs = target.arity === 'many' ? [...target.inputs, from] : [from];
  writeLayerList(draft, list);
}

export function disconnect(draft: NetworkDraft, { from, to }: EditOf<'disconnect'>): void {
  const list = layerList(draft);
  const target = list.find(({ id }) => id === to);
  if (!target?.inputs.includes(from)) return;
  target.inputs = target.inputs.filter(id => id !== from);
  writeLayerList(draft, list);
}
