import type { Figure } from './figure';

/** A layer whose output can't be known: its type isn't known, or nothing feeds it. */
export const unknown: Figure = {
  name: 'unknown',
  fits: () => true,
  size: () => ({ along: 56, across: 56 }),
  draw(group) {
    group
      .append('rect')
      .attr('class', 'unknown')
      .attr('x', -28)
      .attr('y', -28)
      .attr('width', 56)
      .attr('height', 56)
      .attr('rx', 12);
    group.append('text').attr('class', 'count').attr('y', 4).text('?');
  },
};
