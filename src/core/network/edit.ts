import type { TextEdit } from '../problem';
import { makeEdit } from './edits/edits';
import { NetworkDraft } from './edits/networkDraft';
import { copiesOf } from './edits/pasteLayers';
import type { NetworkEdit } from './networkEdit';
import { type ParsedNetwork, parseNetwork } from './reading/parse';

export { applyTextEdits } from './json/textEdits';
export type { NetworkEdit } from './networkEdit';

/** The minimal text edits that make `edits` in `text`; comments, key order and formatting survive. Empty where nothing changes, an id isn't there, or the text isn't whole JSON. Never throws. */
export function editNetwork(text: string, edits: readonly NetworkEdit[]): TextEdit[] {
  return editParsed(parseNetwork(text), edits);
}

/** The same for a text that has been parsed already. */
export function editParsed(parsed: ParsedNetwork, edits: readonly NetworkEdit[]): TextEdit[] {
  const draft = new NetworkDraft(parsed);
  for (const edit of edits) if (isEditable(draft.parsed)) makeEdit(draft, edit);
  return draft.edits;
}

/** The layers with these ids, in the order of the list, as `paste-layers` takes them. */
export function copyLayers(text: string, ids: readonly string[]): Readonly<Record<string, unknown>>[] {
  return copiesOf(new NetworkDraft(parseNetwork(text)), ids);
}

/** Whole JSON with an object, or nothing yet: a new file is written into from nothing. */
function isEditable({ json, whole }: ParsedNetwork): boolean {
  return json.root ? whole && json.root.type === 'object' : json.blank;
}
