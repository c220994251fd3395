import type { CanvasContext } from '../canvasContext';
import { beyond } from './beyond';
import { connectHint } from './connectHint';
import { contextMenu } from './contextMenu';
import { emptyCanvas } from './emptyCanvas';
import { notice } from './notice';
import { problemPopover } from './problemPopover';
import { problemSummary } from './problemSummary';
import { unitsInput } from './unitsInput';
import { zoomBar } from './zoomBar';

/** HTML over the drawing. Draws into `root`; as a view, safe to call twice. */
export type Overlay = (root: HTMLElement, canvas: CanvasContext) => void;

const overlays: readonly Overlay[] = [
  beyond,
  notice,
  connectHint,
  emptyCanvas,
  zoomBar,
  problemSummary,
  unitsInput,
  problemPopover,
  contextMenu,
];

export function drawOverlays(root: HTMLElement, canvas: CanvasContext) {
  for (const overlay of overlays) overlay(root, canvas);
}
