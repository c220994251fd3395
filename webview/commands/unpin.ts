import type { Command } from './command';
import { editable } from './editable';

export const unpin: Command = {
  name: 'unpin',
  title: 'Lay Out Automatically',
  icon: 'pinned',
  menus: ['layers'],
  enabled: canvas =>
    editable(canvas) && canvas.state.selection.some(id => canvas.state.good?.network.positions.has(id)),
  run: ({ state, actions }) => {
    const pinned = state.selection.filter(id => state.good?.network.positions.has(id));
    actions.edit({
      kind: 'set-positions',
      positions: Object.fromEntries(pinned.map(id => [id, null])),
    });
  },
};
