import { isPicture } from '../../../src/core/layers/definition/pictures';
import type { LayerCard } from '../scene/layerCard';
import type { Figure, Group } from './figure';

/** Of the longest side in the network, and of the most channels, in pixels. */
const SIDE = 80;
const DEPTH = 44;
/** No side is drawn shorter, and no volume flatter. */
const LEAST = 12;
const LEAST_DEPTH = 4;
/** Where a pixel of depth leads. */
const ASLANT = { x: 0.7, y: -0.5 };
/** Of a bold digit at 11 px. */
const CHARACTER = 6.5;
/** Of a window too small to be seen. */
const LEAST_WINDOW = 5;

/**
 * A feature map: a box as high, wide and deep as its sizes, each as the root of its length, so that of 224 and 7 both are seen.
 * The window that the next layer slides over it stands in its corner, in proportion too. The sizes stand in front, or below where
 * they are wider than that.
 */
export const volume: Figure = {
  name: 'volume',
  fits: ({ report }) => report?.example !== undefined && isPicture(report.example),
  size: () => ({ along: SIDE + 40, across: SIDE + 40 }),
  draw(group, card) {
    const { height, width, depth } = sidesOf(card);
    const [dx, dy] = [depth * ASLANT.x, depth * ASLANT.y];
    // in the middle with its depth
    const [left, top] = [-(width + dx) / 2, -(height + dy) / 2];
    const [right, bottom] = [left + width, top + height];
    face(group, `M${left} ${top}l${dx} ${dy}h${width}l${-dx} ${-dy}Z`, 'top');
    face(group, `M${right} ${top}l${dx} ${dy}v${height}l${-dx} ${-dy}Z`, 'side');
    face(group, `M${left} ${top}H${right}V${bottom}H${left}Z`, 'front');
    drawWindow(group, card, { left, top, height, width });
    const text = (card.output ?? []).join(' × ');
    const isInside = text.length * CHARACTER + 8 <= width && height > 2 * LEAST;
    group
      .append('text')
      .attr('class', 'count')
      .attr('x', isInside ? left + width / 2 : 0)
      .attr('y', isInside ? bottom - 6 : bottom + 15)
      .text(text);
  },
};

function face(group: Group, path: string, name: string) {
  group.append('path').attr('class', `sheet ${name}`).attr('d', path);
}

/** What the next layer sees at once of this one. */
function drawWindow(
  group: Group,
  { output = [], window: slides }: LayerCard,
  { left, top, height, width }: { left: number; top: number; height: number; width: number },
) {
  const [h, w] = output;
  if (!slides || typeof h !== 'number' || typeof w !== 'number') return;
  const part = (size: number, of: number, side: number) =>
    Math.min(side, Math.max(LEAST_WINDOW, (side * size) / of));
  group
    .append('rect')
    .attr('class', 'window')
    .attr('x', left)
    .attr('y', top)
    .attr('width', part(slides[1], w, width))
    .attr('height', part(slides[0], h, height));
}

/** In pixels. */
export function sidesOf({ output = [], longestSide, mostChannels }: LayerCard): {
  readonly height: number;
  readonly width: number;
  readonly depth: number;
} {
  const [height, width, channels] = output;
  const scaled = (size: unknown, most: number, full: number, least: number) =>
    typeof size === 'number' ? Math.max(least, full * Math.sqrt(size / most)) : full;
  return {
    height: scaled(height, longestSide, SIDE, LEAST),
    width: scaled(width, longestSide, SIDE, LEAST),
    depth: scaled(channels ?? 1, mostChannels, DEPTH, LEAST_DEPTH),
  };
}
