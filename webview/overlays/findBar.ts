import type { CanvasContext, Overlay } from '../canvas/canvasContext';
import { found } from '../canvas/found';
import { groupsShown } from '../canvas/groups/shownCards';
import { revealSelection } from '../canvas/revealSelection';
import { icon, type Part, part } from '../dom/part';

/** Finds a layer by name, type or shape: Enter goes to the next one, Shift+Enter to the one before, Escape leaves. */
export const findBar: Overlay = (root, canvas) => {
  const { finding, selection } = canvas.state;
  const bar = part(root, 'div', 'find-bar', finding !== undefined);
  if (!bar) return;
  if (bar.selectChild('input').empty()) build(bar, canvas);
  const input = bar.selectChild<HTMLInputElement>('input').node()!;
  if (input.value !== finding) input.value = finding!;
  const matches = matchesOf(canvas);
  const at = matches.indexOf(selection.at(-1) ?? '');
  const words =
    finding!.trim() === ''
      ? ''
      : matches.length === 0
        ? 'No results'
        : at < 0
          ? `${matches.length} found`
          : `${at + 1} of ${matches.length}`;
  const count = bar.select('.find-count');
  if (count.text() !== words) count.text(words);
  bar.classed('none', words === 'No results');
  bar.selectAll<HTMLButtonElement, unknown>('.find-step').property('disabled', matches.length === 0);
};

function build(bar: Part, canvas: CanvasContext) {
  bar.attr('role', 'search').attr('aria-label', 'Find a layer');
  const input = bar
    .append('input')
    .attr('type', 'text')
    .attr('spellcheck', 'false')
    .attr('placeholder', 'Find by name, type or shape')
    .attr('aria-label', 'Find a layer by name, type or shape');
  bar.append('span').attr('class', 'find-count').attr('role', 'status');
  button(bar, 'arrow-up', 'Previous (Shift+Enter)', () => step(canvas, -1)).classed('find-step', true);
  button(bar, 'arrow-down', 'Next (Enter)', () => step(canvas, 1)).classed('find-step', true);
  const leave = () => {
    canvas.actions.set({ finding: undefined });
    canvas.focusSelection();
  };
  button(bar, 'close', 'Close (Escape)', leave);
  input.on('input', () => {
    canvas.actions.set({ finding: input.node()!.value });
    // what is selected stays where it is found too
    const matches = matchesOf(canvas);
    if (matches.length > 0 && !matches.includes(canvas.state.selection.at(-1) ?? ''))
      goTo(canvas, matches[0]!);
  });
  bar.on('keydown', (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && event.target === input.node()) step(canvas, event.shiftKey ? -1 : 1);
    else return;
    canvas.actions.draw();
    event.preventDefault();
    event.stopPropagation();
  });
  input.node()!.focus();
  input.node()!.select();
}

function button(bar: Part, name: string, title: string, run: () => void): Part {
  const element = bar
    .append<HTMLElement>('button')
    .attr('class', 'tool')
    .attr('title', title)
    .attr('aria-label', title)
    .on('click', run) as Part;
  icon(element, name);
  return element;
}

function matchesOf({ state: { good, finding } }: CanvasContext): string[] {
  return good && finding !== undefined ? found(good.network.layers, good.shapes, finding) : [];
}

function step(canvas: CanvasContext, by: number) {
  const matches = matchesOf(canvas);
  if (matches.length === 0) return;
  const at = matches.indexOf(canvas.state.selection.at(-1) ?? '');
  const next = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
  goTo(canvas, matches[next]!);
}

/** Selects a layer and brings it into view, out of the group that it is folded in. */
function goTo(canvas: CanvasContext, id: string) {
  const { actions, state, scene } = canvas;
  const folded = !scene.layers.has(id) && groupsShown(state).groups.find(({ ids }) => ids.includes(id));
  actions.set({
    ...(folded && { opened: [...state.opened, folded.key] }),
    selection: [id],
    edge: undefined,
    announcement: `Found ${id}.`,
  });
  revealSelection(canvas);
}
