import type { Command } from './command';
import { countOf } from './countOf';
import { editable, hasSelection } from './editable';

export const duplicateLayers: Command = {
  name: 'duplicate-layers',
  title: 'Duplicate',
  icon: 'files',
  keys: ['Mod+D'],
  menus: ['layers'],
  separated: true,
  enabled: canvas => editable(canvas) && hasSelection(canvas),
  run: canvas => {
    const { selection } = canvas.state;
    canvas.actions.edit({ kind: 'duplicate-layers', ids: selection });
    canvas.actions.set({ announcement: `Duplicated ${countOf(selection)}.` });
    canvas.focusSelection();
  },
};
