import type { Gesture } from '../canvas/canvasContext';
import { panAndZoom } from './panAndZoom';
import { select } from './select';

/** One file a gesture, set up in this order. */
export const gestures: readonly Gesture[] = [panAndZoom, select];
