import type { Figure } from './figure';

const RADIUS = 18;

/** Where branches meet: a small circle with the layer's sign. */
export const joint: Figure = {
  name: 'joint',
  fits: ({ definition }) => definition?.kind === 'joins',
  size: () => ({ along: 2 * RADIUS, across: 2 * RADIUS }),
  draw(group, { definition }) {
    group.append('circle').attr('class', 'joint').attr('r', RADIUS);
    group
      .append('text')
      .attr('class', 'joint-sign')
      .attr('y', 6)
      .text(definition?.sign ?? '');
  },
};
