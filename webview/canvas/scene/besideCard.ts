import { figureOf } from '../figures';
import { block } from '../figures/block';
import type { Figure } from '../figures/figure';
import { type CardSize, card as measure, textRoom } from './cardSize';
import type { LayerCard } from './layerCard';

const PADDING = 12;
const GAP = 12;
/** Higher figures of single neurons are shown as a block with their number. */
const HIGHEST = 168;

/** The room of the parts of a card whose figure stands beside its text, in pixels. */
export interface BesideRoom {
  readonly figure: number;
  readonly text: number;
  readonly height: number;
}

/** The figure that is drawn where it stands beside the text. */
function besideFigure(card: LayerCard): Figure {
  const figure = figureOf(card);
  return figure.name === 'neurons' && figure.size(card).across > HIGHEST ? block : figure;
}

export function besideRoom(card: LayerCard): BesideRoom {
  const { along, across } = besideFigure(card).size(card);
  const { lineCount, shapes, title, controls, controlsWidth } = textRoom(card);
  const text = measure.header + GAP / 2 + controls + lineCount * measure.line;
  return {
    figure: along,
    text: Math.max(shapes, title, controlsWidth, 96),
    height: Math.max(text + 2 * PADDING, across + PADDING),
  };
}

/** The least room in which each of `cards` has its own, so that those below each other are in line. */
export function commonRoom(cards: readonly LayerCard[]): BesideRoom {
  const rooms = cards.map(besideRoom);
  return {
    figure: Math.max(0, ...rooms.map(({ figure }) => figure)),
    text: Math.max(0, ...rooms.map(({ text }) => text)),
    height: Math.max(0, ...rooms.map(({ height }) => height)),
  };
}

/** A card that is wider than high: its figure at the left, all text at the right. Its anchor is its middle. */
export function besideCard(card: LayerCard, { figure, text, height }: BesideRoom): CardSize {
  const width = even(PADDING + figure + GAP + text + PADDING);
  const [left, top] = [-width / 2, -even(height) / 2];
  const x = left + PADDING + figure + GAP;
  const y = top + PADDING;
  const { controls } = textRoom(card);
  const below = y + measure.header + GAP / 2;
  return {
    figure: besideFigure(card),
    figureAt: { x: left + PADDING + figure / 2, y: 0 },
    extent: { left: -left, right: -left, top: -top, bottom: -top },
    header: { x, y },
    controls: { x, y: below },
    lines: { x, y: below + controls },
    textWidth: text,
  };
}

/** The next multiple of 8, so that its half stands on the grid. */
function even(value: number): number {
  return Math.ceil(value / 8) * 8;
}
