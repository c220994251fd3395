import type { Command } from './command';

export const findLayer: Command = {
  name: 'find-layer',
  title: 'Find Layer',
  icon: 'search',
  keys: ['Mod+F'],
  menus: ['canvas'],
  enabled: ({ scene }) => scene.keyOf.size > 0,
  run: ({ root, state, actions }) => {
    actions.set({ finding: state.finding ?? '' });
    actions.draw();
    root.querySelector<HTMLInputElement>('.find-bar input')?.select();
  },
};
