import type { LayerNode } from '../../../src/core/network/network';
import { canEdit } from '../../canEdit';
import { groupsShown } from '../../canvas/groups/shownCards';
import { sendFix } from '../../sendFix';
import type { Actions, ViewState } from '../../state';
import type { Setting } from '../fields/setting';

/** The name of a group made by hand, where the selected layers are that group. */
export function groupNameField(
  layers: readonly LayerNode[],
  state: ViewState,
  actions: Actions,
): Setting | undefined {
  const selected = new Set(layers.map(({ id }) => id));
  const group = groupsShown(state).groups.find(
    ({ ids }) => ids.length === selected.size && ids.every(id => selected.has(id)),
  );
  const name = group?.name;
  if (!group || name === undefined) return undefined;
  return {
    field: {
      kind: 'text',
      name: 'group',
      title: 'Group',
      description: 'The name of the group, which no other group has.',
      initial: undefined,
      absent: '',
      required: true,
      minimumLength: 1,
      maximumLength: 100,
      many: false,
    },
    value: name,
    mixed: false,
    path: 'group',
    problems: [],
    editable: canEdit(state),
    preview: () => {},
    cancel: () => {},
    commit: value => {
      if (typeof value !== 'string' || value === '' || value === name) return;
      if (state.good?.network.groups.has(value)) {
        actions.set({ announcement: `There is a group ${value} already.` });
        return;
      }
      actions.edit({ kind: 'set-groups', groups: { [name]: null, [value]: group.ids } });
      const opened = state.opened.map(key => (key === group.key ? `group\n${value}` : key));
      actions.set({ opened, announcement: `The group is now ${value}.` });
    },
    fix: sendFix(state, actions),
  };
}
