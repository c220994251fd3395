import type { CanvasContext, Overlay } from '../canvas/canvasContext';
import type { Command } from '../commands/command';
import { actualSize, fit, zoomIn, zoomOut } from '../commands/zoom';
import { icon, type Part, part } from '../dom/part';

/** Zoom, in the lower left corner. */
export const zoomBar: Overlay = (root, canvas) => {
  const bar = part(root, 'div', 'zoom-bar')!;
  if (bar.selectChild('button').empty()) {
    bar.attr('role', 'group').attr('aria-label', 'Zoom');
    button(bar, zoomOut, canvas);
    button(bar, actualSize, canvas).classed('percent', true);
    button(bar, zoomIn, canvas);
    button(bar, fit, canvas);
  }
  const percent = Math.round(canvas.viewport().k * 100);
  bar.select('.percent').text(`${percent} %`).attr('aria-label', `${actualSize.title}, now ${percent} %`);
};

function button(bar: Part, { title, icon: name, run }: Command, canvas: CanvasContext): Part {
  const element = bar
    .append<HTMLElement>('button')
    .attr('class', 'tool')
    .attr('title', title)
    .attr('aria-label', title)
    .on('click', () => run(canvas)) as Part;
  if (name) icon(element, name);
  return element;
}
