import { isPicture } from '../../../src/core/layers/definition/pictures';
import type { Figure } from './figure';

const SHEETS = 3;
const SHIFT = 10;
const SIDE = 88;

/** Pictures: a stack of sheets as high and wide as the picture is, one behind the other for its channels. */
export const volume: Figure = {
  name: 'volume',
  fits: ({ report }) => report?.example !== undefined && isPicture(report.example),
  size: () => ({ along: SIDE + 32, across: SIDE + 32 }),
  draw(group, { output }) {
    const [height, width, channels = 1] = (output ?? []).map(dim => (typeof dim === 'number' ? dim : 1));
    const scale = SIDE / Math.max(height ?? 1, width ?? 1);
    const w = Math.max(24, (width ?? 1) * scale);
    const h = Math.max(24, (height ?? 1) * scale);
    const sheets = Math.min(SHEETS, channels);
    for (let i = sheets - 1; i >= 0; i--) {
      const shift = (i - (sheets - 1) / 2) * SHIFT;
      group
        .append('rect')
        .attr('class', 'sheet')
        .attr('x', shift - w / 2)
        .attr('y', -shift - h / 2)
        .attr('width', w)
        .attr('height', h)
        .attr('rx', 4);
    }
    const front = -((sheets - 1) / 2) * SHIFT;
    group
      .append('text')
      .attr('class', 'count')
      .attr('x', front)
      .attr('y', -front + 4)
      .text((output ?? []).join(' × '));
  },
};
