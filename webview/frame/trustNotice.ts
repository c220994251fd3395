import { untrusted } from '../../src/protocol/untrusted';
import { icon, part } from '../dom/part';
import type { View } from '../state';

/** In a workspace that isn't trusted, over the whole width: what Layerwise doesn't do there, and the way out. */
export const trustNotice: View = (root, { trusted }, actions) => {
  const bar = part(root, 'div', 'trust', !trusted);
  if (!bar?.selectChild('span').empty()) return;
  bar.attr('role', 'status');
  icon(bar, 'shield');
  bar.append('span').text(untrusted);
  bar
    .append('button')
    .attr('class', 'link')
    .text('Manage Workspace Trust…')
    .on('click', () => actions.send({ type: 'command', command: 'manage-trust' }));
};
