import type { EditOf, NetworkEdit } from '../networkEdit';
import { addBlock } from './addBlock';
import { addLayer } from './addLayer';
import { connect, disconnect } from './connect';
import { duplicateLayers } from './duplicateLayers';
import { insertLayer } from './insertLayer';
import { moveLayer } from './moveLayer';
import type { NetworkDraft } from './networkDraft';
import { pasteLayers } from './pasteLayers';
import { removeLayers } from './removeLayers';
import { renameLayer } from './renameLayer';
import { setField } from './setField';
import { setGroups } from './setGroups';
import { setPositions } from './setPositions';
import { setValueAt } from './setValueAt';

/** How each kind of edit is made. */
const edits: { readonly [K in NetworkEdit['kind']]: (draft: NetworkDraft, edit: EditOf<K>) => void } = {
  'add-layer': addLayer,
  'add-block': addBlock,
  'insert-layer': insertLayer,
  'remove-layers': removeLayers,
  'duplicate-layers': duplicateLayers,
  'paste-layers': pasteLayers,
  'move-layer': moveLayer,
  connect,
  disconnect,
  'rename-layer': renameLayer,
  'set-field': setField,
  'set-value': setValueAt,
  'set-groups': setGroups,
  'set-positions': setPositions,
};

export function makeEdit<K extends NetworkEdit['kind']>(
  draft: NetworkDraft,
  edit: EditOf<K> & { readonly kind: K },
): void {
  edits[edit.kind](draft, edit);
}
