import type { Command } from './command';
import { editable } from './editable';

export const addLayer: Command = {
  name: 'add-layer',
  title: 'Add Layer…',
  icon: 'add',
  keys: ['/'],
  menus: ['canvas', 'layers'],
  enabled: editable,
  run: ({ actions, state }) => actions.set({ paletteOpen: true, paletteEdge: state.edge, menu: undefined }),
};
