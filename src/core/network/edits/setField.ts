import { layerOf } from '../../layers';
import { layoutOf } from '../json/formatJson';
import { setMembers } from '../json/setValue';
import type { LayerNode } from '../network';
import type { EditOf } from '../networkEdit';
import { keyOrder } from '../reading/keyOrder';
import { layerList, writeLayerList } from './layerList';
import type { NetworkDraft } from './networkDraft';
import { renameLayer } from './renameLayer';

export function setField(draft: NetworkDraft, { id, field, value }: EditOf<'set-field'>): void {
  const index = draft.parsed.network?.layers.findIndex(layer => layer.id === id) ?? -1;
  const layer = draft.parsed.network?.layers[index];
  if (!layer) return;
  if (field === 'id') {
    if (typeof value === 'string') renameLayer(draft, { kind: 'rename-layer', id, to: value });
    return;
  }
  if (field === 'inputs' && Array.isArray(value)) {
    const list = layerList(draft);
    list[index]!.inputs = value.filter(input => typeof input === 'string');
    writeLayerList(draft, list);
    return;
  }
  const changes = field === 'type' ? typeChange(layer, value) : { [field]: value };
  const { text } = draft.parsed.json;
  draft.apply(
    setMembers(text, draft.parsed.elements[index]!, changes, keyOrder(['layers', index]), layoutOf(text)),
  );
}

/** Another type keeps the fields that it has too, and starts with its own. */
function typeChange({ raw }: LayerNode, type: unknown): Record<string, unknown> {
  const definition = layerOf(String(type));
  if (!definition) return { type };
  const foreign = Object.keys(raw).filter(
    name => !['id', 'type', 'inputs'].includes(name) && !Object.hasOwn(definition.fields, name),
  );
  const fresh = Object.entries(definition.initial).filter(([name]) => raw[name] === undefined);
  return {
    type,
    ...Object.fromEntries(foreign.map(name => [name, undefined])),
    ...Object.fromEntries(fresh),
  };
}
