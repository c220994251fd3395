import type { CanvasContext, Gesture } from '../canvas/canvasContext';
import { commands } from '../commands';
import { keyName } from '../commands/keyNames';
import { walk } from './walk';

/** The keys of the commands, and the arrows that walk the graph. Undo and redo are VS Code's own. */
export const keyboard: Gesture = canvas => {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || !onCanvas(canvas, event)) return;
    const key = keyName(event);
    const command = commands.find(each => each.keys?.includes(key) && each.enabled(canvas));
    if (command) {
      command.run(canvas);
    } else if (!walk(canvas, key)) return;
    // what it opened has the focus before the next key comes, however long a frame takes
    canvas.actions.draw();
    event.preventDefault();
    // so that VS Code doesn't take the key too
    event.stopPropagation();
  });
};

/** Whether a key is meant for the canvas: it has the focus, or nothing in the page has. */
function onCanvas({ svg, state }: CanvasContext, { target }: KeyboardEvent): boolean {
  if (state.paletteOpen) return false;
  return target === document.body || (target instanceof Element && svg.node()!.contains(target));
}
