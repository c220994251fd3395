import type { Problem } from '../../src/core/problem';
import type { CanvasContext, Overlay } from '../canvas/canvasContext';
import { boxOf } from '../canvas/scene/scene';
import { icon, type Part, part } from '../dom/part';
import { sendFix } from '../sendFix';
import { ALL } from './problemSummary';

/** The problems of a layer, or all of them: each with its fixes as buttons. */
export const problemPopover: Overlay = (root, canvas) => {
  const { popover, snapshot } = canvas.state;
  const problems = snapshot.problems.filter(({ layer }) => popover === ALL || layer === popover);
  const shown = popover !== undefined && problems.length > 0;
  const inside = root.querySelector('.popover')?.contains(document.activeElement) ?? false;
  const box = part(root, 'div', 'popover', shown);
  if (popover !== undefined && !shown) {
    // the last of them is mended
    canvas.actions.set({ popover: undefined });
    if (inside) canvas.focusSelection();
  }
  if (!box || popover === undefined) return;
  place(box, popover, canvas);
  const look = JSON.stringify([popover, canvas.state.document?.version, problems.map(lookOf)]);
  if (box.attr('data-look') === look) return;
  const opened = box.attr('data-popover') !== popover;
  box.attr('data-look', look).attr('data-popover', popover);
  box
    .attr('role', 'dialog')
    .attr('tabindex', -1)
    .attr('aria-label', popover === ALL ? 'Problems' : `Problems of ${popover}`)
    .on('keydown', (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      canvas.actions.set({ popover: undefined });
      canvas.focusSelection();
      canvas.actions.draw();
    });
  box.selectChildren('*').remove();
  for (const problem of problems) row(box, problem, canvas);
  // the fix that was pressed may be gone, but there is more to mend
  if (opened || inside) box.node()!.focus();
};

/** What a row shows, but for its fixes, which follow from it: to work out all of them would take long. */
function lookOf({ code, severity, message, span, layer }: Problem) {
  return [code, severity, message, span.start, span.end, layer];
}

function row(box: Part, problem: Problem, canvas: CanvasContext) {
  const { severity, message, code, fixes, layer, span } = problem;
  const item = box.append<HTMLElement>('div').attr('class', `problem ${severity}`) as Part;
  icon(item, severity === 'information' ? 'info' : severity);
  const body = item.append('div').attr('class', 'problem-body');
  body.append('p').text(message);
  const links = body.append('div').attr('class', 'problem-links');
  for (const fix of fixes) {
    links
      .append('button')
      .attr('class', 'fix')
      .text(fix.title)
      .on('click', () => {
        sendFix(canvas.state, canvas.actions)(fix);
      });
  }
  links
    .append('button')
    .attr('class', 'link')
    .text('Show in text')
    .on('click', () => canvas.actions.send({ type: 'reveal', ...span }));
  links.append('code').text(layer === undefined ? code : `${code} · ${layer}`);
}

/** Beside the layer's mark, inside the canvas; the list of all stands over its button. */
function place(box: Part, popover: string, { viewport, scene, size }: CanvasContext) {
  const window = size();
  const layer = scene.layers.get(popover);
  const { x, y, k } = viewport();
  box.classed('all', !layer);
  if (!layer) {
    box.style('left', null).style('top', null);
    return;
  }
  const card = boxOf(layer);
  const left = (card.x + card.width) * k + x - 32;
  const top = card.y * k + y + 36 * k;
  box
    .style('left', `${Math.max(8, Math.min(left, window.width - 368))}px`)
    .style('top', `${Math.max(8, Math.min(top, window.height - 160))}px`);
}
