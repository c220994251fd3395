import { canEdit } from '../canEdit';
import { isWritten } from '../canvas/detail';
import type { Command } from './command';

/** Enter: types the units on the canvas where there are some and they may be changed, else opens the inspector. */
export const editLayer: Command = {
  name: 'edit-layer',
  title: 'Edit',
  icon: 'edit',
  keys: ['Enter', 'F2'],
  menus: ['layers'],
  enabled: ({ state }) => state.selection.length === 1,
  run: ({ state, scene, actions }) => {
    const [id] = state.selection;
    const units = scene.layers.get(id!)?.card.units;
    if (units !== undefined && isWritten(scene.detail) && canEdit(state)) actions.set({ typing: id });
    else actions.set({ panel: 'inspector' });
  },
};
