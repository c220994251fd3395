import type { Command } from './command';
import { editable } from './editable';

export const disconnect: Command = {
  name: 'disconnect',
  title: 'Disconnect',
  icon: 'debug-disconnect',
  keys: ['Delete', 'Backspace'],
  menus: ['edge'],
  enabled: canvas => editable(canvas) && canvas.state.edge !== undefined,
  run: canvas => {
    const { from, to } = canvas.state.edge!;
    canvas.actions.edit({ kind: 'disconnect', from, to });
    canvas.actions.set({
      selection: [to],
      edge: undefined,
      announcement: `Disconnected ${from} from ${to}.`,
    });
    canvas.focusSelection();
  },
};
