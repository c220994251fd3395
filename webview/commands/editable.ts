import type { CanvasContext } from '../canvas/canvasContext';

/** Whether the text can be edited at all: it is whole, and the file may be written. */
export function editable({ state }: CanvasContext): boolean {
  return state.document?.editable === true && !state.broken;
}

export function hasSelection({ state }: CanvasContext): boolean {
  return state.selection.length > 0;
}
