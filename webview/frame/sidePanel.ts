import { part } from '../dom/part';
import { panels } from '../panels';
import type { View } from '../state';
import { resizer } from './resizer';

/** The open panel. Panels that are closed stay in the page unseen, so that what was typed or scrolled to stays too. */
export const sidePanel: View = (root, state, actions) => {
  const side = part(root, 'aside', 'side')!
    .attr('aria-label', 'Panels')
    .property('hidden', state.panel === undefined);
  side.style('--panel-size', `${state.panelSize}px`).style('--panel-height', `${state.panelHeight}px`);
  resizer(side.node()!, state, actions);
  const scroller = part(side.node()!, 'div', 'panels')!.node()!;
  for (const { name, title, view } of panels) {
    const open = name === state.panel;
    const panel = part(scroller, 'div', `panel-${name}`)!
      .classed('panel-root', true)
      .attr('id', `panel-${name}`)
      .attr('role', 'tabpanel')
      .attr('aria-label', title)
      .property('hidden', !open);
    if (open) view(panel.node()!, state, actions);
  }
};
