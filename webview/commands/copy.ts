import type { Command } from './command';
import { copiedLayers } from './copiedLayers';
import { countOf } from './countOf';
import { hasSelection } from './editable';

/** The key is the browser's own, by way of its copy event. */
export const copy: Command = {
  name: 'copy',
  title: 'Copy',
  icon: 'copy',
  menus: ['layers'],
  enabled: hasSelection,
  run: canvas => {
    const text = copiedLayers(canvas);
    if (text === undefined) return;
    canvas.clipboard.text = text;
    canvas.actions.send({ type: 'copy', text });
    canvas.actions.set({ announcement: `Copied ${countOf(canvas.state.selection)}.` });
  },
};
