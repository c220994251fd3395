import type { TextEdit } from '../problem';
import { makeEdit } from './edits/edits';
import { NetworkDraft } from './edits/networkDraft';
import { copiesOf } from './edits/pasteLayers';
import { type ParsedNetwork, parseNetwork } from './parse';

export { applyTextEdits } from './json/textEdits';

/** A change of a network, as a gesture makes it. One edit is one undo step; an array of them too. */
export type NetworkEdit =
  /** Adds a layer after `after` (in list order), rewired so that what followed `after` follows the new one. At the end where `after` is absent, before the output if there is one. Fields default to the type's `initial`. */
  | {
      readonly kind: 'add-layer';
      readonly type: string;
      readonly after?: string;
      readonly fields?: Readonly<Record<string, unknown>>;
      readonly id?: string;
    }
  /** Inserts on the edge from → to. */
  | {
      readonly kind: 'insert-layer';
      readonly type: string;
      readonly from: string;
      readonly to: string;
      readonly fields?: Readonly<Record<string, unknown>>;
    }
  /** Layers that were fed by a removed one are fed by what fed it. */
  | { readonly kind: 'remove-layers'; readonly ids: readonly string[] }
  | { readonly kind: 'duplicate-layers'; readonly ids: readonly string[] }
  /** Pastes layers (as `copyLayers` made them) after `after`, with fresh ids. */
  | {
      readonly kind: 'paste-layers';
      readonly layers: readonly Readonly<Record<string, unknown>>[];
      readonly after?: string;
    }
  /** Moves a layer to another place in the list: after `after`, or first where undefined. */
  | { readonly kind: 'move-layer'; readonly id: string; readonly after: string | undefined }
  | { readonly kind: 'connect'; readonly from: string; readonly to: string }
  | { readonly kind: 'disconnect'; readonly from: string; readonly to: string }
  | { readonly kind: 'rename-layer'; readonly id: string; readonly to: string }
  /** Sets a field of a layer; undefined removes it. */
  | { readonly kind: 'set-field'; readonly id: string; readonly field: string; readonly value: unknown }
  /** Sets a value by its path from the top, such as ['training', 'optimizer', 'learningRate']; undefined removes it. */
  | { readonly kind: 'set-value'; readonly path: readonly (string | number)[]; readonly value: unknown }
  /** Pins positions; null unpins. */
  | {
      readonly kind: 'set-positions';
      readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number } | null>>;
    };

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
