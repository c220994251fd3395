import { type Figure, flowPoint } from './figure';

const WIDTH = 44;
const LENGTH = 168;
const DOT = 4;
/** The first neurons and the last, with the count between them. */
const DOTS = [-68, -54, -40, 40, 54, 68];

/** A layer of many units: a block with their number. */
export const block: Figure = {
  name: 'block',
  fits: ({ output }) => output?.length === 1,
  size: () => ({ along: WIDTH, across: LENGTH }),
  neurons: () => DOTS,
  draw(group, { output }, orientation) {
    const corner = flowPoint(-WIDTH / 2, -LENGTH / 2, orientation);
    const size = flowPoint(WIDTH, LENGTH, orientation);
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
    const count = output?.[0];
    group
      .append('text')
      .attr('class', 'count')
      .attr('y', 4)
      .text(typeof count === 'number' ? count.toLocaleString('en') : (count ?? '?'));
  },
};
