import type { Command } from './command';

export const selectAll: Command = {
  name: 'select-all',
  title: 'Select All',
  keys: ['Mod+A'],
  menus: ['canvas'],
  enabled: ({ scene }) => scene.keyOf.size > 0,
  run: ({ scene, actions }) =>
    actions.set({
      selection: [...scene.keyOf.keys()],
      edge: undefined,
      announcement: `Selected all ${scene.keyOf.size} layers.`,
    }),
};
