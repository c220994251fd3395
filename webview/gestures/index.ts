import type { Gesture } from '../canvas/canvasContext';
import { clipboard } from './clipboard';
import { connectByDrag } from './connectByDrag';
import { dragLayer } from './dragLayer';
import { insertButton } from './insertButton';
import { keyboard } from './keyboard';
import { marquee } from './marquee';
import { openMenu } from './openMenu';
import { panAndZoom } from './panAndZoom';
import { selectByClick } from './selectByClick';
import { showProblems } from './showProblems';
import { stepUnits } from './stepUnits';

/** One file a gesture. Those on a small target come first and keep the press for themselves. */
export const gestures: readonly Gesture[] = [
  panAndZoom,
  stepUnits,
  showProblems,
  insertButton,
  connectByDrag,
  selectByClick,
  dragLayer,
  marquee,
  openMenu,
  keyboard,
  clipboard,
];
