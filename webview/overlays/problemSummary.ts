import { problemCounts } from '../../src/core/network/problemCounts';
import type { Overlay } from '../canvas/canvasContext';
import { icon, part } from '../dom/part';

/** The popover of all problems, those of no layer among them. */
export const ALL = ' all';

/** How many problems there are, in the lower right corner; pressed, it lists them. */
export const problemSummary: Overlay = (root, { state, actions }) => {
  const { problems } = state.snapshot;
  const { error: errors, warning: warnings } = problemCounts(problems);
  const text = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ');
  const chip = part(root, 'button', 'problem-summary', text !== '' && !state.broken);
  if (!chip) return;
  chip
    .attr('aria-expanded', String(state.popover === ALL))
    .on('click', () => actions.set({ popover: state.popover === ALL ? undefined : ALL }));
  if (chip.attr('data-text') === text) return;
  chip
    .attr('data-text', text)
    .classed('has-error', errors > 0)
    .selectChildren('*')
    .remove();
  icon(chip, errors > 0 ? 'error' : 'warning');
  chip.append('span').text(text);
};

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}
