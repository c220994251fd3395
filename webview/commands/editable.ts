import { canEdit } from '../canEdit';
import type { CanvasContext } from '../canvas/canvasContext';

export function editable({ state }: CanvasContext): boolean {
  return canEdit(state);
}

export function hasSelection({ state }: CanvasContext): boolean {
  return state.selection.length > 0;
}
