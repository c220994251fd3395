import type { Detail } from '../detail';
import type { Group as Element } from '../figures/figure';
import { type Frame, TITLE } from '../scene/frames';

/** The frames of open groups, under the layers; their titles fold them by pointer, as a command does by key. */
export function drawFrames(root: Element, frames: readonly Frame[], detail: Detail) {
  root
    .selectChildren<SVGGElement, Frame>('g')
    .data(frames, ({ group }) => group.key)
    .join('g')
    .attr('class', 'frame')
    .attr('aria-hidden', 'true')
    .each(function ({ group, boxes }) {
      const text = TITLE[detail];
      const rects = [...boxes].map(box => {
        const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        for (const name of ['x', 'y', 'width', 'height'] as const) rect.setAttribute(name, String(box[name]));
        rect.setAttribute('rx', '12');
        return rect;
      });
      const title = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      const [first] = boxes;
      title.setAttribute('class', 'frame-title');
      title.setAttribute('x', String((first?.x ?? 0) + 4));
      title.setAttribute('y', String((first?.y ?? 0) - text * 0.35));
      title.setAttribute('font-size', String(text));
      title.dataset.group = group.key;
      title.textContent = group.times > 1 ? `${group.title} × ${group.times}` : group.title;
      this.replaceChildren(...rects, ...(first ? [title] : []));
    });
}
