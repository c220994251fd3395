import type { Figure } from './figure';

const WIDTH = 88;
const HEIGHT = 56;
const SHIFT = 8;

/** A folded group: sheets one behind the other, and how many times it holds the same. */
export const stack: Figure = {
  name: 'stack',
  fits: ({ group }) => group !== undefined,
  // the same both ways, since it stands upright whichever way the network flows
  size: () => ({ along: WIDTH + 2 * SHIFT, across: WIDTH + 2 * SHIFT }),
  draw(group, card) {
    for (const shift of [SHIFT, 0, -SHIFT]) {
      group
        .append('rect')
        .attr('class', 'block')
        .attr('x', shift - WIDTH / 2)
        .attr('y', -shift - HEIGHT / 2)
        .attr('width', WIDTH)
        .attr('height', HEIGHT)
        .attr('rx', 8);
    }
    const { times = 1, ids = [] } = card.group ?? {};
    group
      .append('text')
      .attr('class', 'times')
      .attr('x', -SHIFT)
      .attr('y', SHIFT + 6)
      .text(times > 1 ? `× ${times}` : `${ids.length}`);
  },
};
