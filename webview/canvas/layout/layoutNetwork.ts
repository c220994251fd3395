import type { Orientation } from '../../state';
import { type FlowExtent, flowExtent, type LayoutNode, type Point } from './layoutNode';
import { orderRows } from './orderRows';
import { ranks } from './ranks';
import { spread } from './spread';
import { straighten } from './straighten';
import { type Place, withWaypoints } from './waypoints';

export interface Layout {
  /** Where each layer's anchor stands, in pixels at 100 %. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly edges: readonly LaidOutEdge[];
  /** The rank of each layer, and the room that each rank takes. */
  readonly rankOf: ReadonlyMap<string, number>;
  readonly ranks: readonly RankRoom[];
  /**
   * For each rank what runs into it from the one before, in order across the flow: ids of layers, and keys of edges that pass
   * that rank. A line may begin where these are few, and there are some: see `mayBegin`.
   */
  readonly lanes: readonly (readonly string[])[];
  /** The ranks with which its lines begin. */
  readonly starts: readonly number[];
}

export interface RankRoom {
  /** Along the flow, where the widest layers begin and end. */
  readonly start: number;
  readonly end: number;
  /** Across it. */
  readonly before: number;
  readonly after: number;
}

export interface LaidOutEdge {
  readonly from: string;
  readonly to: string;
  /** The points between its ends that it passes, so as not to run through layers. */
  readonly through: readonly Point[];
}

export interface LayoutOptions {
  readonly orientation: Orientation;
  /** Room between two ranks; more where the labels of edges need it. */
  readonly rankGap: number;
  /** Room between two layers of a rank. */
  readonly gap: number;
  /** Positions that the person has pinned. They win. */
  readonly pinned: ReadonlyMap<string, Point>;
}

/** Every place stands on this grid. */
const GRID = 4;
const SWEEPS = 8;
/** A layer is worth this many passing edges: a chain stays straight and the edges beside it bend. */
const LAYER_WEIGHT = 1000;
const PASSING: FlowExtent = { start: 0, end: 0, before: 16, after: 16 };

/**
 * A layered drawing: ranks by the longest path, few crossings, anchors in line wherever the network is a chain. The
 * same network always gives the same picture.
 */
export function layoutNetwork(nodes: readonly LayoutNode[], options: LayoutOptions): Layout {
  const { orientation, rankGap, gap, pinned } = options;
  const rankOf = ranks(nodes);
  const isPinned = nodes.some(({ id }) => pinned.has(id));
  const { rows, edges } = withWaypoints(nodes, rankOf);
  const extents = new Map<Place, FlowExtent>();
  const ordered = orderRows(rows);
  for (const place of ordered.flat()) {
    extents.set(place, place.node ? roomAround(place.node, orientation) : PASSING);
  }
  const across = placeAcross(ordered, extents, gap);
  straighten(ordered, edges, extents, gap, across);
  const along = placeAlong(ordered, extents, rankGap, orientation);

  const at = (place: Place): Point => {
    const point = { along: snap(along[place.rank]!.line), across: snap(across.get(place)!) };
    return orientation === 'horizontal'
      ? { x: point.along, y: point.across }
      : { x: point.across, y: point.along };
  };
  // an edge passes a rank straight, so that it doesn't cut the corners of the layers there
  const passing = (place: Place): Point[] => {
    const line = at(place);
    const { start, end } = along[place.rank]!;
    return orientation === 'horizontal'
      ? [
          { x: start, y: line.y },
          { x: end, y: line.y },
        ]
      : [
          { x: line.x, y: start },
          { x: line.x, y: end },
        ];
  };
  const positions = new Map<string, Point>();
  for (const place of ordered.flat()) {
    if (place.node) positions.set(place.key, pinned.get(place.key) ?? at(place));
  }
  return {
    positions,
    edges: edges.map(({ from, to, through }) => ({ from, to, through: through.flatMap(passing) })),
    rankOf,
    starts: [0],
    ranks: ordered.map((row, rank) => ({
      start: along[rank]!.start,
      end: along[rank]!.end,
      before: Math.min(...row.map(place => snap(across.get(place)!) - extents.get(place)!.before)),
      after: Math.max(...row.map(place => snap(across.get(place)!) + extents.get(place)!.after)),
    })),
    // what is pinned stands where it stands
    lanes: ordered.map((_, rank) => (isPinned ? [] : lanesFrom(ordered[rank - 1] ?? []))),
  };
}

/** What is written above a layer stands before it where the flow is down: see `placeAlong`. */
function roomAround({ extent, heading = 0 }: LayoutNode, orientation: Orientation): FlowExtent {
  const room = flowExtent(extent, orientation);
  return orientation === 'horizontal' ? { ...room, before: room.before + heading } : room;
}

function lanesFrom(row: readonly Place[]): string[] {
  return row.filter(({ after }) => after.length > 0).map(({ key }) => key);
}

interface RankLine {
  /** Where its anchors stand, and where its widest layers begin and end. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

function placeAlong(
  rows: readonly (readonly Place[])[],
  extents: ReadonlyMap<Place, FlowExtent>,
  gap: number,
  orientation: Orientation,
): RankLine[] {
  let last = 0;
  return rows.map((row, rank) => {
    const labels = rows[rank - 1]?.map(place => place.node?.label ?? 0) ?? [];
    const headings = orientation === 'vertical' ? row.map(place => place.node?.heading ?? 0) : [];
    const start = rank === 0 ? 0 : last + Math.max(gap, ...labels, ...headings);
    const line = start + Math.max(...row.map(place => extents.get(place)!.start));
    const end = line + Math.max(...row.map(place => extents.get(place)!.end));
    last = end;
    return { line, start, end };
  });
}

/** Sweeps to and fro pull every place towards the mean of its neighbours, never over another. */
function placeAcross(
  rows: readonly (readonly Place[])[],
  extents: ReadonlyMap<Place, FlowExtent>,
  gap: number,
): Map<Place, number> {
  const across = new Map<Place, number>();
  const settle = (row: readonly Place[], wish: (place: Place) => number) => {
    const wishes = row.map(place => {
      const { before, after } = extents.get(place)!;
      return { at: wish(place), weight: place.node ? LAYER_WEIGHT : 1, before, after };
    });
    for (const [i, position] of spread(wishes, gap).entries()) across.set(row[i]!, position);
  };
  for (const row of rows) settle(row, () => 0);
  if (rows.every(row => row.length === 1)) return across;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : [...rows].reverse()) {
      settle(row, place => {
        const towards = down ? place.before : place.after;
        if (towards.length === 0) return across.get(place)!;
        // a layer minds its layers, not the edges that pass them
        const layers = place.node ? towards.filter(end => end.node) : towards;
        const ends = layers.length > 0 ? layers : towards;
        return ends.reduce((sum, end) => sum + across.get(end)!, 0) / ends.length;
      });
    }
  }
  return across;
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
