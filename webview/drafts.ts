import type { PanelName } from './state';

/** What a person typed into a field and has not written yet. On the screen it counts already. */
export interface Draft {
  /** Writes it. Where it can't be read it stays, and what would do is said in a sentence. */
  commit(): string | undefined;
  /** Takes it back. */
  discard(): void;
  /** The panel that the field stands in; the canvas where there is none. */
  readonly panel?: PanelName;
  focus(): void;
}

/** The field of a draft: an element, as far as this file knows. */
type Field = Pick<Element, 'isConnected'>;

/** Of a page, by their fields. They live outside the state of the view, since what is typed belongs to the field. */
const open = new Map<Field, Draft>();

export const holdDraft = (field: Field, draft: Draft): unknown => open.set(field, draft);
export const dropDraft = (field: Field): boolean => open.delete(field);
export const hasDraft = (field: Field): boolean => open.has(field);

/** Writes all that is typed. Gives the first of those that can't be read, with its sentence. */
export function commitDrafts(): { readonly draft: Draft; readonly fault: string } | undefined {
  for (const field of open.keys()) if (!field.isConnected) open.delete(field);
  const faults = [...open.values()].map(draft => ({ draft, fault: draft.commit() }));
  return faults.find((each): each is { draft: Draft; fault: string } => each.fault !== undefined);
}

/** Writes what can be read of what is typed and takes back the rest: its field is about to go. */
export function leaveDrafts(): void {
  commitDrafts();
  for (const draft of [...open.values()]) draft.discard();
}
