import { panels } from '../panels';
import type { View } from '../state';
import { part } from './part';
import { resizer } from './resizer';

/** The open panel. Panels that are closed stay in the page unseen, so that what was typed or scrolled to stays too. */
export const sidePanel: View = (root, state, actions) => {
  resizer(root, state, actions);
  const side = part(root, 'aside', 'side')!.property('hidden', state.panel === undefined);
  side.style('--panel-size', `${state.panelSize}px`);
  for (const { name, title, view } of panels) {
    const open = name === state.panel;
    const panel = part(side.node()!, 'div', `panel-${name}`)!
      .classed('panel-root', true)
      .attr('id', `panel-${name}`)
      .attr('role', 'tabpanel')
      .attr('aria-label', title)
      .property('hidden', !open);
    if (open) view(panel.node()!, state, actions);
  }
};
