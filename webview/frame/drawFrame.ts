import { canvasContext, canvasWith } from '../canvas/canvas';
import { part } from '../dom/part';
import { gestures } from '../gestures';
import { overlays } from '../overlays';
import { palette } from '../palette/palette';
import type { View, ViewState } from '../state';
import { toolbar } from '../toolbar/toolbar';
import { announcer } from './announcer';
import { sidePanel } from './sidePanel';
import { trustNotice } from './trustNotice';

const canvas = canvasWith({ gestures, overlays });

/** The whole page: the toolbar, under it the palette where it is open, the canvas, and the open panel. */
export const drawFrame: View = (root, state, actions) => {
  root.classList.add('frame');
  const bar = part(root, 'header', 'top')!.node()!;
  trustNotice(part(root, 'div', 'trust-place')!.node()!, state, actions);
  const body = part(root, 'div', 'body')!.node()!;
  const work = part(body, 'div', 'work')!.node()!;
  const main = part(work, 'main', 'canvas-root')!.node()!;
  const before = drawnLast.get(root);
  drawnLast.set(root, state);
  // a pan or zoom, which comes on every frame, changes the drawing only
  if (before && onlyViewport(before, state)) {
    canvas(main, state, actions);
    return;
  }
  // before the canvas is drawn, since it takes room from it
  sidePanel(body, state, actions);
  canvas(main, state, actions);
  const context = canvasContext(main)!;
  toolbar(bar, context);
  part(bar, 'h1', 'unseen')!.text(`Designer of ${state.document?.name ?? 'a network'}`);
  palette(work, context);
  announcer(root, state, actions);
};

const drawnLast = new WeakMap<HTMLElement, ViewState>();

function onlyViewport(before: ViewState, after: ViewState): boolean {
  if (before.viewport === after.viewport) return false;
  return (Object.keys(after) as (keyof ViewState)[]).every(
    key => key === 'viewport' || before[key] === after[key],
  );
}
