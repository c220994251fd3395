import { isPicture } from '../../../src/core/layers/definition/pictures';
import type { LayerCard } from '../scene/layerCard';
import type { Figure } from './figure';

/** Of the longest side in the network. */
const SIDE = 88;
/** No volume is drawn smaller. */
const LEAST = 24;
const SHIFT = 8;
/** From so many channels on there is one sheet more. */
const MORE_SHEETS = [2, 3, 16, 64];
/** Of a bold digit at 11 px. */
const CHARACTER = 6.5;

/**
 * Pictures: sheets one behind the other, more for more channels. A side is as the root of its length, so that of 28 and 5
 * both are seen; the sizes stand in front, or below where they are wider than the sheet.
 */
export const volume: Figure = {
  name: 'volume',
  fits: ({ report }) => report?.example !== undefined && isPicture(report.example),
  size: () => ({ along: SIDE + 32, across: SIDE + 32 }),
  draw(group, card) {
    const [h, w] = sidesOf(card);
    const [, , channels = 1] = card.output ?? [];
    const gaps = MORE_SHEETS.filter(least => typeof channels === 'number' && channels >= least).length;
    for (let i = gaps; i >= 0; i--) {
      const shift = (i - gaps / 2) * SHIFT;
      group
        .append('rect')
        .attr('class', 'sheet')
        .attr('x', shift - w / 2)
        .attr('y', -shift - h / 2)
        .attr('width', w)
        .attr('height', h)
        .attr('rx', Math.min(4, h / 8, w / 8));
    }
    const text = (card.output ?? []).join(' × ');
    const front = (gaps / 2) * SHIFT;
    const inside = text.length * CHARACTER + 8 <= w;
    group
      .append('text')
      .attr('class', 'count')
      .attr('x', inside ? -front : 0)
      .attr('y', inside ? front + 4 : front + h / 2 + 14)
      .text(text);
  },
};

/** Height and width in pixels. */
function sidesOf({ output = [], longestSide }: LayerCard): readonly [number, number] {
  const scaled = (size: unknown) =>
    typeof size === 'number' ? Math.max(LEAST, SIDE * Math.sqrt(size / longestSide)) : SIDE;
  return [scaled(output[0]), scaled(output[1])];
}
