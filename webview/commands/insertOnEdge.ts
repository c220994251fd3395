import type { Command } from './command';
import { editable } from './editable';

export const insertOnEdge: Command = {
  name: 'insert-on-edge',
  title: 'Insert Layer Here…',
  icon: 'add',
  keys: ['Enter'],
  menus: ['edge'],
  enabled: canvas => editable(canvas) && canvas.state.edge !== undefined,
  run: ({ actions, state }) => actions.set({ paletteOpen: true, paletteEdge: state.edge }),
};
