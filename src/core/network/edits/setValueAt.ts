import { setValue } from '../json/setValue';
import { keyOrder } from '../keyOrder';
import type { EditOf } from './edits';
import type { NetworkDraft } from './networkDraft';

export function setValueAt(draft: NetworkDraft, { path, value }: EditOf<'set-value'>): void {
  if (path.length > 0) draft.apply(setValue(draft.parsed.json, path, value, keyOrder));
}
