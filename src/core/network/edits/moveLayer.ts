import type { EditOf } from '../networkEdit';
import {
  consumers,
  type Entry,
  layerList,
  placeAfter,
  replaceInput,
  spliceEntries,
  writeLayerList,
} from './layerList';
import type { NetworkDraft } from './networkDraft';

/** A layer in a chain is taken out of it and put in elsewhere; one that joins branches only changes its place in the list. */
export function moveLayer(draft: NetworkDraft, edit: EditOf<'move-layer'>): void {
  const list = layerList(draft);
  const moved = list.find(({ id }) => id === edit.id);
  if (!moved || edit.after === moved.id) return;
  if (edit.after !== undefined && !list.some(({ id }) => id === edit.after)) return;
  const rest = list.filter(entry => entry !== moved);
  if (moved.most === 0 || moved.inputs.length > 1) {
    rest.splice(rest.findIndex(({ id }) => id === edit.after) + 1, 0, moved);
  } else {
    for (const entry of rest) replaceInput(entry, moved.id, moved.inputs);
    moved.inputs = [];
    const after = edit.after ?? lastLeadingInput(rest)?.id;
    if (after === undefined) {
      const first = rest[0];
      rest.unshift(moved);
      if (first && first.most > 0 && first.inputs.length === 0) first.inputs = [moved.id];
    } else spliceEntries(rest, [moved], placeAfter(rest, after));
  }
  writeLayerList(draft, rest);
}

/** First means first after the inputs, which nothing can precede. */
function lastLeadingInput(list: readonly Entry[]): Entry | undefined {
  const index = list.findIndex(({ most }) => most > 0);
  const leading = index < 0 ? list : list.slice(0, index);
  return leading.findLast(({ id }) => consumers(list, id).length > 0) ?? leading.at(-1);
}
