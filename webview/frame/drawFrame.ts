import { canvas, canvasContext } from '../canvas/canvas';
import { palette } from '../palette/palette';
import type { View } from '../state';
import { toolbar } from '../toolbar/toolbar';
import { announcer } from './announcer';
import { part } from './part';
import { sidePanel } from './sidePanel';

/** The whole page: the toolbar, under it the canvas, and beside that the open panel. */
export const drawFrame: View = (root, state, actions) => {
  root.classList.add('frame');
  const bar = part(root, 'header', 'top')!.node()!;
  const body = part(root, 'div', 'body')!.node()!;
  const main = part(body, 'main', 'canvas-root')!.node()!;
  // before the canvas is drawn, since it takes room from it
  sidePanel(body, state, actions);
  canvas(main, state, actions);
  const context = canvasContext(main)!;
  toolbar(bar, context);
  palette(main, context);
  announcer(root, state, actions);
};
