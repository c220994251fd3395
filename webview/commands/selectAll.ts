import type { Command } from './command';

export const selectAll: Command = {
  name: 'select-all',
  title: 'Select All',
  keys: ['Mod+A'],
  menus: ['canvas'],
  enabled: ({ scene }) => scene.layers.size > 0,
  run: ({ scene, actions }) =>
    actions.set({
      selection: [...scene.layers.keys()],
      edge: undefined,
      announcement: `Selected all ${scene.layers.size} layers.`,
    }),
};
