import { select } from 'd3';
import { canvas } from '../canvas/canvas';
import { panels } from '../panels';
import type { View } from '../state';

/** The whole page: the canvas, and beside it the open panel. */
export const drawFrame: View = (root, state, actions) => {
  const frame = select(root).attr('class', 'frame');
  const canvasRoot = frame
    .selectAll<HTMLElement, null>('main.canvas-root')
    .data([null])
    .join('main')
    .attr('class', 'canvas-root');
  const panelRoot = frame
    .selectAll<HTMLElement, null>('aside.side')
    .data([null])
    .join('aside')
    .attr('class', 'side');
  canvas(canvasRoot.node()!, state, actions);
  for (const { name, view } of panels) {
    const panel = panelRoot
      .selectAll<HTMLElement, string>(`div.panel-${name}`)
      .data([name])
      .join('div')
      .attr('class', `panel-root panel-${name}`)
      .property('hidden', name !== state.panel);
    if (name === state.panel) view(panel.node()!, state, actions);
  }
};
