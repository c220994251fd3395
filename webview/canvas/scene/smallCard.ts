import { figureOf } from '../figures';
import type { CardSize } from './cardSize';
import type { LayerCard } from './layerCard';

/** The width of a character of bold text, as a share of its size: text is measured without a browser. */
const CHARACTER = 0.58;

/** A small card: name, kind and output, in text that is read at the smallest zoom it is shown at. */
export const compact = { text: 15.5, line: 21, padding: 12, strip: 6, longest: 20 } as const;

/** A dot and its name, beside it or below it. */
export const dot = { radius: 11, text: 26, padding: 8, longest: 18 } as const;

/** As wide as `width`, so that those below each other are in line: see `compactWidth`. */
export function compactCard(card: LayerCard, width: number): CardSize {
  const height = 3 * compact.line + 2 * compact.padding - 4;
  return smallSize(card, width / 2, width / 2, even(height) / 2, even(height) / 2);
}

export function compactWidth(card: LayerCard): number {
  const longest = Math.max(...compactLines(card).map(line => line.length));
  // the mark of a problem stands beside the name
  return even(longest * compact.text * CHARACTER + 2 * compact.padding + compact.strip + 22);
}

/** Name, kind, and the shape of its output. */
export function compactLines({ id, title, output, group }: LayerCard): readonly [string, string, string] {
  return [clipped(group?.title ?? id, compact.longest), title, output ? output.join(' × ') : 'shape unknown'];
}

export function dotCard(card: LayerCard, orientation: 'horizontal' | 'vertical'): CardSize {
  const width = dotName(card).length * dot.text * CHARACTER;
  const reach = dot.radius + dot.padding;
  const port = dot.radius + 4;
  if (orientation === 'vertical') {
    return { ...smallSize(card, reach, even(reach + width + dot.padding), even(reach), even(reach)), port };
  }
  const half = even(Math.max(reach, width / 2 + dot.padding / 2));
  return { ...smallSize(card, half, half, even(reach), even(reach + dot.text + dot.padding / 2)), port };
}

export function dotName({ id, title, group }: LayerCard): string {
  return clipped(group ? (group.name ?? title) : id, dot.longest);
}

function smallSize(card: LayerCard, left: number, right: number, top: number, bottom: number): CardSize {
  const corner = { x: -left + compact.padding + compact.strip, y: -top + compact.padding };
  return {
    figure: figureOf(card),
    extent: { left, right, top, bottom },
    header: corner,
    controls: corner,
    lines: corner,
    textWidth: left + right - 2 * compact.padding,
  };
}

function clipped(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The next multiple of 8, so that its half stands on the grid. */
function even(value: number): number {
  return Math.ceil(value / 8) * 8;
}
