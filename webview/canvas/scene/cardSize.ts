import type { Orientation } from '../../state';
import { figureOf } from '../figures';
import type { Figure } from '../figures/figure';
import type { Extent, Point } from '../layout/layoutNode';
import type { LayerCard } from './layerCard';
import { lineRows } from './shapeLine';

/** Measures of a card, in pixels at 100 %, on a grid of 4. */
export const card = {
  padding: 16,
  /** Title and type. */
  header: 36,
  /** Activation and units. */
  controls: 24,
  line: 18,
  gap: 16,
  minWidth: 152,
} as const;

/** The width of a character of the title, of the shapes' type and of the controls, in pixels: text is measured without a browser. */
const CHARACTER = { title: 7.8, shape: 6.6, control: 6.2 };

/** The parts of a card as boxes around its anchor, the middle of the figure or of the card. */
export interface CardSize {
  readonly figure: Figure;
  /** Where the middle of the figure stands, where that isn't the anchor. */
  readonly figureAt?: Point;
  readonly extent: Extent;
  /** Upper left corners of the parts that hold text. */
  readonly header: { readonly x: number; readonly y: number };
  readonly controls: { readonly x: number; readonly y: number };
  readonly lines: { readonly x: number; readonly y: number };
  readonly textWidth: number;
  /** How far from the anchor edges end, where that isn't the border. */
  readonly port?: number;
}

/**
 * Flowing to the right, a card has its title above the figure and its shapes below; flowing down, the title is to the
 * left and the shapes to the right, so that edges always run from figure to figure and never through text.
 * `band` is how much room all figures of the drawing take across the flow, so that cards in a row are level.
 */
export function cardSize(layer: LayerCard, orientation: Orientation, band = 0): CardSize {
  const figure = figureOf(layer);
  const { along, across } = figure.size(layer);
  const half = Math.max(band, across) / 2;
  const { lineCount, shapes, title, controls, controlsWidth } = textRoom(layer);

  if (orientation === 'horizontal') {
    const names = layer.names && figure.name === 'neurons' ? 96 : 0;
    const width = even(
      Math.max(
        card.minWidth,
        shapes + 2 * card.padding,
        controlsWidth + 2 * card.padding,
        title + 2 * card.padding,
        along + 2 * (names + card.padding),
      ),
    );
    const top = card.padding + card.header + card.gap + half;
    const bottom = half + card.gap + controls + lineCount * card.line + card.padding - 4;
    const x = -width / 2 + card.padding;
    return {
      figure,
      extent: { left: width / 2, right: width / 2, top: even(top), bottom: even(bottom) },
      header: { x, y: -even(top) + card.padding },
      controls: { x, y: half + card.gap },
      lines: { x, y: half + card.gap + controls },
      textWidth: width - 2 * card.padding,
    };
  }
  const left = even(half + card.gap + Math.max(title, controlsWidth) + card.padding);
  const right = even(half + card.gap + Math.max(shapes, 96) + card.padding);
  const height = Math.max(along, card.header + controls, lineCount * card.line) + 2 * card.padding;
  const half2 = even(height / 2);
  return {
    figure,
    extent: { left, right, top: half2, bottom: half2 },
    header: { x: -left + card.padding, y: -(card.header + controls) / 2 },
    controls: { x: -left + card.padding, y: -(card.header + controls) / 2 + card.header + card.gap / 2 },
    lines: { x: half + card.gap, y: (-lineCount * card.line) / 2 },
    textWidth: left - half - card.gap - card.padding,
  };
}

/** The room that each part of the text takes, in pixels. */
export function textRoom(layer: LayerCard) {
  const rows = layer.lines.flatMap(lineRows);
  const hasControls = layer.activation !== undefined || layer.units !== undefined;
  const { activation, units } = layer;
  // `− 4 units +`
  const stepper =
    units === undefined ? 0 : 44 + `${units.toLocaleString('en')} units`.length * CHARACTER.control;
  const name = Math.min(24, (layer.group?.title ?? layer.id).length);
  return {
    lineCount: rows.length + (layer.parameters ? 1 : 0),
    shapes: Math.max(0, ...[...rows, layer.parameters ?? ''].map(row => row.length * CHARACTER.shape)),
    title: Math.max(name, layer.title.length) * CHARACTER.title + 24,
    controls: hasControls ? card.controls + card.gap / 2 : 0,
    controlsWidth: (activation === undefined ? 0 : 32 + activation.length * CHARACTER.control) + stepper,
  };
}

/** The next multiple of 4, so that everything stands on the grid. */
function even(value: number): number {
  return Math.ceil(value / 4) * 4;
}
