import type { Overlay } from '../canvas/canvasContext';
import { icon, part } from '../dom/part';

/** While a connection is being drawn by keys: what comes next, and how to leave. */
export const connectHint: Overlay = (root, { state }) => {
  const { connecting } = state;
  const bar = part(root, 'div', 'hint', connecting !== undefined);
  if (!bar || bar.attr('data-from') === connecting) return;
  bar.attr('data-from', connecting!).selectChildren('*').remove();
  icon(bar, 'debug-disconnect');
  const words = bar.append('span');
  words.append('span').text('Connect ');
  words.append('strong').text(connecting!);
  words.append('span').text(' to: go to a layer with the arrow keys or a click, then ');
  words.append('kbd').text('Enter');
  words.append('span').text('. ');
  words.append('kbd').text('Escape');
  words.append('span').text(' leaves.');
};
