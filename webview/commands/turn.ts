import type { Command } from './command';

export const turn: Command = {
  name: 'turn',
  title: 'Change Direction of Flow',
  icon: 'split-vertical',
  menus: ['canvas'],
  enabled: () => true,
  run: ({ state, actions }) =>
    actions.set({
      orientation: state.orientation === 'horizontal' ? 'vertical' : 'horizontal',
      // the drawing has another form now, so it is fitted in anew
      viewport: undefined,
    }),
};
