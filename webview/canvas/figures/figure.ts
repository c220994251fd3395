import type { Selection } from 'd3';
import type { Orientation } from '../../state';
import type { Point } from '../layout/layoutNode';
import type { LayerCard } from '../scene/layerCard';

/** A group that is drawn into. */
export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** How a layer is drawn between its title and its shapes. One file a figure; the first that fits is taken. */
export interface Figure {
  readonly name: string;
  fits(card: LayerCard): boolean;
  /** Extent along the flow and across it, in pixels at 100 %. */
  size(card: LayerCard): { readonly along: number; readonly across: number };
  /**
   * The neurons that edges run to, across the flow from the anchor, at distance `along` from it; absent where single
   * neurons aren't shown.
   */
  neurons?(card: LayerCard): readonly number[];
  /** Draws around the anchor, which is at (0, 0). */
  draw(group: Group, card: LayerCard, orientation: Orientation): void;
}

/** A point of the flow in the drawing. */
export function flowPoint(along: number, across: number, orientation: Orientation): Point {
  return orientation === 'horizontal' ? { x: along, y: across } : { x: across, y: along };
}
