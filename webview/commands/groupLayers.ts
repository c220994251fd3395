import { isWhole } from '../../src/core/network/isWhole';
import type { Command } from './command';
import { editable } from './editable';
import { selectedGroup } from './foldGroup';

/** Kept in the file, so that all who open it see the same. */
export const groupLayers: Command = {
  name: 'group-layers',
  title: 'Group Layers',
  icon: 'group-by-ref-type',
  keys: ['Mod+G'],
  menus: ['layers'],
  enabled: canvas => editable(canvas) && canvas.state.selection.length > 1 && !selectedGroup(canvas)?.name,
  run: canvas => {
    const { state, actions, focusSelection } = canvas;
    const { layers, groups } = state.good!.network;
    const selected = new Set(state.selection);
    const ids = layers.map(({ id }) => id).filter(id => selected.has(id));
    if (!isWhole(new Map(layers.map(layer => [layer.id, layer])), ids)) {
      actions.set({
        announcement:
          'These layers can’t be one group: they feed others that feed them in turn. Select those too.',
      });
      return;
    }
    let name = 'group';
    for (let n = 2; groups.has(name); n++) name = `group-${n}`;
    actions.edit({ kind: 'set-groups', groups: { [name]: ids } });
    actions.set({ announcement: `Grouped ${ids.length} layers as ${name}. The inspector has its name.` });
    focusSelection();
  },
};

export const ungroup: Command = {
  name: 'ungroup',
  title: 'Take Group Apart',
  icon: 'ungroup-by-ref-type',
  keys: ['Mod+Shift+G'],
  menus: ['layers'],
  enabled: canvas => editable(canvas) && selectedGroup(canvas)?.name !== undefined,
  run: canvas => {
    const name = selectedGroup(canvas)!.name!;
    canvas.actions.edit({ kind: 'set-groups', groups: { [name]: null } });
    canvas.actions.set({ announcement: `Took ${name} apart.` });
    canvas.focusSelection();
  },
};
