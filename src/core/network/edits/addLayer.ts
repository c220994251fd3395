import { graphOf } from '../graph';
import type { Network } from '../network';
import type { EditOf } from '../networkEdit';
import { isCounted, sizedBy } from '../sizedBy';
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

export function addLayer(draft: NetworkDraft, edit: EditOf<'add-layer'>): void {
  const list = layerList(draft);
  if (edit.after !== undefined && !list.some(({ id }) => id === edit.after)) return;
  const entry = newEntry(list, edit.type, edit.fields, edit.id);
  if (edit.after !== undefined) spliceEntries(list, [entry], placeAfter(list, edit.after));
  else if (entry.most === 0) addInput(list, entry);
  else spliceEntries(list, [entry], freePlace(list, outputOf(draft)));
  writeLayerList(draft, list);
}

/** The first input feeds the first layer; another one stands beside it, where no layer follows it by the order of the list. */
function addInput(list: Entry[], entry: Entry): void {
  const first = list[0];
  if (first && first.most > 0 && first.inputs.length === 0) first.inputs = [entry.id];
  list.unshift(entry);
}

/**
 * The layer that gives ŷ, once there is one, before the activation that may stand by itself: an input or a flatten at the
 * end isn't meant as one.
 */
export function outputOf({ parsed }: NetworkDraft): string | undefined {
  return parsed.network && outputIn(parsed.network);
}

/** The same of a network. */
export function outputIn(network: Network): string | undefined {
  const graph = graphOf(network);
  const output = graph.output && sizedBy(graph, graph.output);
  return output && isCounted(output) ? output.id : undefined;
}
