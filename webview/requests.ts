import type { ToView } from '../src/protocol/view';
import type { CanvasContext } from './canvas/canvasContext';
import type { Command } from './commands/command';
import { findLayer } from './commands/findLayer';
import { freezeBefore, unfreezeBefore } from './commands/freezeBefore';
import { groupLayers } from './commands/groupLayers';
import { fit } from './commands/zoom';
import { exportPicture } from './picture/exportPicture';

type Request = Extract<ToView, { type: 'request' }>['request'];

/** A command that stands in VS Code's palette too, where it can't be greyed out by what is selected. */
function whereItCan(command: Command, canvas: CanvasContext): void {
  if (command.enabled(canvas)) command.run(canvas);
  else canvas.actions.set({ announcement: `${command.title}: select a layer that others come before.` });
}

/** What the host asks of the view beyond a change of its state. */
export const requests: { readonly [R in Request]?: (canvas: CanvasContext) => void } = {
  fit: fit.run,
  'freeze-before': canvas => whereItCan(freezeBefore, canvas),
  'unfreeze-before': canvas => whereItCan(unfreezeBefore, canvas),
  find: findLayer.run,
  group: canvas => {
    if (groupLayers.enabled(canvas)) groupLayers.run(canvas);
    else canvas.actions.set({ announcement: 'Select two layers or more to group them.' });
  },
  generate: ({ actions }) => {
    // the panel is drawn with the next frame
    actions.draw();
    const field = document.querySelector('.generation .start')?.querySelector('vscode-textfield');
    // a field that was made just now has nothing to type in yet
    if (field) field.updateComplete.then(() => field.focus());
    else actions.set({ announcement: 'Generate: the network has to be trained on a text first.' });
  },
  'export-svg': canvas => void exportPicture(canvas, 'svg'),
  'export-png': canvas => void exportPicture(canvas, 'png'),
};
