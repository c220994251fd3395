import type { ViewState } from './state';

/** Whether the text can be edited at all: it is whole, and the file may be written. */
export function canEdit({ document, broken }: Pick<ViewState, 'document' | 'broken'>): boolean {
  return document?.editable === true && !broken;
}
