import type { CanvasContext } from '../canvas/canvasContext';
import { fitViewport, LARGEST, SMALLEST } from '../canvas/fitViewport';
import type { Command } from './command';

/** Zooms by `factor` about the middle of the canvas. */
function zoomBy(canvas: CanvasContext, factor: number) {
  const { x, y, k } = canvas.viewport();
  const { width, height } = canvas.size();
  const next = Math.min(LARGEST, Math.max(SMALLEST, k * factor));
  const [middleX, middleY] = [width / 2, height / 2];
  canvas.actions.set({
    viewport: {
      x: middleX - ((middleX - x) / k) * next,
      y: middleY - ((middleY - y) / k) * next,
      k: next,
    },
  });
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

export const fit: Command = {
  name: 'fit',
  title: 'Fit the Network',
  icon: 'screen-full',
  keys: ['0'],
  menus: ['canvas'],
  separated: true,
  enabled: always,
  run: ({ actions, scene, size }) => actions.set({ viewport: fitViewport(scene.bounds, size()) }),
};
