import { type Figure, flowPoint } from './figure';

const WIDTH = 12;
const LENGTH = 168;
const CELLS = 12;

/** Values laid out in one column: a narrow bar of cells. */
export const bar: Figure = {
  name: 'bar',
  fits: ({ definition, output }) => definition?.kind === 'shapes' && output?.length === 1,
  size: () => ({ along: WIDTH, across: LENGTH }),
  neurons: () => Array.from({ length: CELLS / 2 }, (_, i) => ((2 * i + 1) / CELLS - 0.5) * LENGTH),
  draw(group, _, orientation) {
    const cell = LENGTH / CELLS;
    for (let i = 0; i < CELLS; i++) {
      const corner = flowPoint(-WIDTH / 2, i * cell - LENGTH / 2, orientation);
      const size = flowPoint(WIDTH, cell - 2, orientation);
      group
        .append('rect')
        .attr('class', 'cell')
        .attr('x', corner.x)
        .attr('y', corner.y + (orientation === 'horizontal' ? 1 : 0))
        .attr('width', size.x)
        .attr('height', size.y)
        .attr('rx', 2);
    }
  },
};
