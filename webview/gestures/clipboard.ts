import type { CanvasContext, Gesture } from '../canvas/canvasContext';
import { copiedLayers } from '../commands/copiedLayers';
import { countOf } from '../commands/countOf';
import { deleteLayers } from '../commands/deleteLayers';
import { editable } from '../commands/editable';
import { pasteText } from '../commands/paste';

/**
 * Copy, cut and paste by way of the browser's clipboard events, which VS Code sends into the view whatever key the
 * person has bound. The clipboard holds layers as JSON, so they can be pasted into a text too.
 */
export const clipboard: Gesture = canvas => {
  const take = (event: ClipboardEvent): boolean => {
    const text = onCanvas(canvas) ? copiedLayers(canvas) : undefined;
    if (text === undefined) return false;
    event.clipboardData?.setData('text/plain', text);
    canvas.clipboard.text = text;
    event.preventDefault();
    canvas.actions.set({ announcement: `Copied ${countOf(canvas.state.selection)}.` });
    return true;
  };
  document.addEventListener('copy', take);
  document.addEventListener('cut', event => {
    if (take(event) && deleteLayers.enabled(canvas)) deleteLayers.run(canvas);
  });
  document.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain');
    if (!text || !onCanvas(canvas) || !editable(canvas)) return;
    event.preventDefault();
    pasteText(canvas, text);
  });
  // without a selection of text, a browser gives the commands copy and cut only where this is refused
  for (const type of ['beforecopy', 'beforecut', 'beforepaste']) {
    document.addEventListener(type, event => onCanvas(canvas) && event.preventDefault());
  }
};

function onCanvas({ svg }: CanvasContext): boolean {
  const focus = document.activeElement;
  return focus === document.body || svg.node()!.contains(focus);
}
