import type { Figure } from './figure';

const HEIGHT = 64;
/** Of a bold digit at 11 px. */
const CHARACTER = 7;

/** An array that is neither a vector nor a picture, such as a picture with its axes in another order: a box with its sizes. */
export const box: Figure = {
  name: 'box',
  fits: ({ output }) => output !== undefined,
  size: ({ output }) => ({ along: width(output ?? []), across: HEIGHT }),
  draw(group, { output }) {
    const across = width(output ?? []);
    group
      .append('rect')
      .attr('class', 'block')
      .attr('x', -across / 2)
      .attr('y', -HEIGHT / 2)
      .attr('width', across)
      .attr('height', HEIGHT)
      .attr('rx', 4);
    group
      .append('text')
      .attr('class', 'count')
      .attr('y', 4)
      .text(words(output ?? []));
  },
};

const words = (sizes: readonly (number | string)[]) => sizes.join(' × ');

/** As wide as its sizes, and a multiple of 4, so that its middle stands on the grid. */
function width(sizes: readonly (number | string)[]): number {
  return 4 * Math.ceil((words(sizes).length * CHARACTER + 24) / 4);
}
