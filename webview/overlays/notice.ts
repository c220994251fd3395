import type { Overlay } from '../canvas/canvasContext';
import { icon, part } from '../dom/part';

/** Says that the text can't be read and that the picture is of an older one, and leads to the place. */
export const notice: Overlay = (root, { state, actions }) => {
  const { problems } = state.snapshot;
  const problem = problems.find(({ code }) => code === 'bad-json') ?? problems[0];
  const picture = !state.good
    ? ''
    : state.good.partial
      ? ' The picture shows as much as can be read.'
      : ' The picture is of the text before.';
  const broken = state.broken && state.document?.text.trim() !== '';
  const text = broken && problem ? problem.message + picture : undefined;
  const bar = part(root, 'div', 'notice', text !== undefined);
  if (!bar || bar.attr('data-text') === text) return;
  bar.attr('data-text', text!).attr('role', 'status').selectChildren('*').remove();
  icon(bar, 'error');
  const words = bar.append('span').attr('class', 'notice-text');
  words.append('strong').text('The text can’t be read as a network. ');
  words.append('span').text(text!);
  bar
    .append('button')
    .attr('class', 'link')
    .text('Show in text')
    .on('click', () => problem && actions.send({ type: 'reveal', ...problem.span }));
};
