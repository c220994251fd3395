import type { LayerCard } from '../scene/layerCard';
import { type Figure, flowPoint } from './figure';

const LEAST_WIDTH = 44;
/** Of a bold digit at 11 px. */
const CHARACTER = 7;
const LENGTH = 168;
const DOT = 4;
/** The first neurons and the last, with the count between them. */
const DOTS = [-68, -54, -40, 40, 54, 68];

/** A layer of many units: a block with their number. */
export const block: Figure = {
  name: 'block',
  fits: ({ output }) => output?.length === 1,
  size: card => ({ along: width(card), across: LENGTH }),
  neurons: () => DOTS,
  draw(group, card, orientation) {
    const corner = flowPoint(-width(card) / 2, -LENGTH / 2, orientation);
    const size = flowPoint(width(card), LENGTH, orientation);
    group
      .append('rect')
      .attr('class', 'block')
      .attr('x', corner.x)
      .attr('y', corner.y)
      .attr('width', size.x)
      .attr('height', size.y)
      .attr('rx', 12);
    for (const across of DOTS) {
      const { x, y } = flowPoint(0, across, orientation);
      group.append('circle').attr('class', 'neuron').attr('cx', x).attr('cy', y).attr('r', DOT);
    }
    for (const across of [-24, -18, 18, 24]) {
      const { x, y } = flowPoint(0, across, orientation);
      group.append('circle').attr('class', 'ellipsis').attr('cx', x).attr('cy', y).attr('r', 1);
    }
    group.append('text').attr('class', 'count').attr('y', 4).text(count(card));
  },
};

function count({ output }: LayerCard): string {
  const units = output?.[0];
  return typeof units === 'number' ? units.toLocaleString('en') : (units ?? '?');
}

/** As wide as its number, and even, so that its middle stands on the grid. */
function width(card: LayerCard): number {
  return Math.max(LEAST_WIDTH, 2 * Math.ceil((count(card).length * CHARACTER + 12) / 2));
}
