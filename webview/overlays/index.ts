import type { Overlay } from '../canvas/canvasContext';
import { beyond } from './beyond';
import { connectHint } from './connectHint';
import { contextMenu } from './contextMenu';
import { emptyCanvas } from './emptyCanvas';
import { findBar } from './findBar';
import { minimap } from './minimap';
import { notice } from './notice';
import { problemPopover } from './problemPopover';
import { problemSummary } from './problemSummary';
import { unitsInput } from './unitsInput';
import { zoomBar } from './zoomBar';

/** Those that are drawn first lie lowest. */
export const overlays: readonly Overlay[] = [
  beyond,
  notice,
  connectHint,
  emptyCanvas,
  minimap,
  zoomBar,
  findBar,
  problemSummary,
  unitsInput,
  problemPopover,
  contextMenu,
];
