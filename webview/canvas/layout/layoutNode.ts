import type { Orientation } from '../../state';

/** What the layout needs to know of a layer. Its anchor is the middle of its figure: figures stand in line. */
export interface LayoutNode {
  readonly id: string;
  /** Ids of the layers that feed it; ids that aren't in the list count for nothing. */
  readonly inputs: readonly string[];
  /** How far it reaches from its anchor, in pixels at 100 %. */
  readonly extent: Extent;
  /** Room along the flow that the label of its outgoing edges needs, in pixels. */
  readonly label: number;
  /** Room that what is written above it needs, in pixels. */
  readonly heading?: number;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Extents along the flow and across it, whichever way it runs. */
export interface FlowExtent {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

export function flowExtent({ left, right, top, bottom }: Extent, orientation: Orientation): FlowExtent {
  return orientation === 'horizontal'
    ? { start: left, end: right, before: top, after: bottom }
    : { start: top, end: bottom, before: left, after: right };
}
