import { setValue } from '../json/setValue';
import type { EditOf } from '../networkEdit';
import { keyOrder } from '../reading/keyOrder';
import type { NetworkDraft } from './networkDraft';

export function setValueAt(draft: NetworkDraft, { path, value }: EditOf<'set-value'>): void {
  if (path.length > 0) draft.apply(setValue(draft.parsed.json, path, value, keyOrder));
}
