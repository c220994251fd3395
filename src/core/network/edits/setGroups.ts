import { isObject } from '../json/formatJson';
import { jsonValue, nodeAt } from '../json/members';
import { setValue } from '../json/setValue';
import type { EditOf } from '../networkEdit';
import { keyOrder } from '../reading/keyOrder';
import type { NetworkDraft } from './networkDraft';

/** A layer is in one group: it leaves the one it was in. A group of fewer than two layers is none. */
export function setGroups(draft: NetworkDraft, { groups }: Pick<EditOf<'set-groups'>, 'groups'>): void {
  if (Object.keys(groups).length === 0) return;
  const { json } = draft.parsed;
  const view = jsonValue(nodeAt(json.root, ['view']));
  const written = isObject(view) && isObject(view.groups) ? view.groups : {};
  const kept = new Map(Object.entries(written));
  const taken = new Set(Object.values(groups).flatMap(ids => ids ?? []));
  for (const [name, ids] of kept) {
    if (Array.isArray(ids) && !Object.hasOwn(groups, name))
      kept.set(
        name,
        ids.filter(id => !taken.has(id as string)),
      );
  }
  for (const [name, ids] of Object.entries(groups)) {
    if (ids) kept.set(name, ids);
    else kept.delete(name);
  }
  const entries = [...kept].filter(([, ids]) => !Array.isArray(ids) || ids.length > 1);
  const value = entries.length > 0 ? Object.fromEntries(entries) : undefined;
  // the last group takes its empty `view` along
  const alone = isObject(view) && Object.keys(view).every(name => name === 'groups');
  if (value === undefined && (alone || !isObject(view)))
    draft.apply(setValue(json, ['view'], undefined, keyOrder));
  else draft.apply(setValue(json, ['view', 'groups'], value, keyOrder));
}

/** The groups that name any of `ids`, with what `as` gives for each of their layers: undefined where it goes. */
export function groupsWith(
  draft: NetworkDraft,
  ids: readonly string[],
  as: (id: string) => string | undefined,
): Record<string, readonly string[]> {
  const named = [...(draft.parsed.network?.groups ?? [])].filter(([, members]) =>
    members.some(id => ids.includes(id)),
  );
  return Object.fromEntries(
    named.map(([name, members]) => [name, members.map(as).filter(id => id !== undefined)]),
  );
}
