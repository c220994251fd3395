import type { CanvasContext } from '../canvas/canvasContext';
import type { Command } from './command';
import { pastedLayers } from './copiedLayers';
import { editable } from './editable';

/** Pastes what was copied in this view; the key, by way of the browser's paste event, takes the clipboard itself. */
export const paste: Command = {
  name: 'paste',
  title: 'Paste',
  icon: 'clippy',
  menus: ['layers', 'canvas'],
  enabled: canvas => editable(canvas) && canvas.clipboard.text !== undefined,
  run: canvas => pasteText(canvas, canvas.clipboard.text!),
};

/** Adds the layers of a text from the clipboard after the selection. */
export function pasteText(canvas: CanvasContext, text: string) {
  const layers = pastedLayers(text);
  if (!layers) {
    canvas.actions.set({ announcement: 'The clipboard holds no layers.' });
    return;
  }
  canvas.actions.edit({ kind: 'paste-layers', layers, after: canvas.state.selection.at(-1) });
  canvas.actions.set({
    announcement: `Pasted ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}.`,
  });
  canvas.focusSelection();
}
