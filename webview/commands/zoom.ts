import type { CanvasContext } from '../canvas/canvasContext';
import { zoomed } from '../canvas/zoomed';
import { LARGEST, SMALLEST } from '../canvas/zoomRange';
import type { Command } from './command';

/** Zooms by `factor` about the middle of the canvas. */
function zoomBy(canvas: CanvasContext, factor: number) {
  const { width, height } = canvas.size();
  const next = Math.min(LARGEST, Math.max(SMALLEST, canvas.viewport().k * factor));
  canvas.actions.set({ viewport: zoomed(canvas, next, { x: width / 2, y: height / 2 }) });
}

const always = () => true;

export const zoomIn: Command = {
  name: 'zoom-in',
  title: 'Zoom In',
  icon: 'zoom-in',
  keys: ['Shift+ArrowUp'],
  enabled: always,
  run: canvas => zoomBy(canvas, 1.25),
};

export const zoomOut: Command = {
  name: 'zoom-out',
  title: 'Zoom Out',
  icon: 'zoom-out',
  keys: ['Shift+ArrowDown'],
  enabled: always,
  run: canvas => zoomBy(canvas, 0.8),
};

export const actualSize: Command = {
  name: 'actual-size',
  title: 'Zoom to 100 %',
  keys: ['1'],
  menus: ['canvas'],
  enabled: always,
  run: canvas => zoomBy(canvas, 1 / canvas.viewport().k),
};

/** From then on the view follows the network and the window again. */
export const fit: Command = {
  name: 'fit',
  title: 'Fit the Network',
  icon: 'screen-full',
  keys: ['0'],
  menus: ['canvas'],
  separated: true,
  enabled: always,
  run: ({ actions }) => actions.set({ viewport: undefined }),
};
