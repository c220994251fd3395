import type { Orientation } from '../../state';
import type { LaidOutEdge, Layout } from './layoutNetwork';
import type { Point } from './layoutNode';
import { waypointKey } from './waypoints';

/** A layout as it is broken into lines, as a text is: each line is a stretch of ranks, below the one before it. */
export interface Line {
  readonly first: number;
  readonly last: number;
}

/** How far before and after a line an edge turns that goes on to the next one, in pixels at 100 %. */
export const TURN = 24;

/** Between two edges that go on to the next line. */
const LANE = 14;
/** A line may begin where no more than these go on. */
const MOST_LANES = 4;
/** Where one tensor runs a line ends rather than where several do, if it is at least this full. */
const FULL_ENOUGH = 0.6;

export function mayBegin({ lanes }: Pick<Layout, 'lanes'>, rank: number): boolean {
  const count = lanes[rank]?.length ?? 0;
  return rank > 0 && count > 0 && count <= MOST_LANES;
}

/** The ranks at which lines begin, so that none is longer than `length` where that can be. */
export function lineStarts(layout: Layout, length: number): number[] {
  const { ranks, lanes } = layout;
  const starts = [0];
  for (let first = 0; ; ) {
    const { start } = ranks[first] ?? { start: 0 };
    let [best, good]: [number | undefined, number | undefined] = [undefined, undefined];
    let rank = first + 1;
    for (; rank < ranks.length && ranks[rank]!.end - start <= length; rank++) {
      if (mayBegin(layout, rank)) best = rank;
      if (lanes[rank]!.length === 1) good = rank;
    }
    if (rank >= ranks.length) return starts;
    // the rank that is too much may itself begin a line
    if (mayBegin(layout, rank)) best = rank;
    if (lanes[rank]!.length === 1) good = rank;
    if (good !== undefined && ranks[good - 1]!.end - start >= FULL_ENOUGH * length) best = good;
    if (best === undefined) {
      // too long as it is: the next place there is
      while (rank < ranks.length && !mayBegin(layout, rank)) rank++;
      if (rank >= ranks.length) return starts;
      best = rank;
    }
    starts.push(best);
    first = best;
  }
}

/** What the edges that go on take of a line's length, where one goes on and where the most do. */
export const TURNS: readonly number[] = [2 * TURN, 2 * (TURN + (MOST_LANES - 1) * LANE)];

/** The room that the lines take, along the flow and across it. */
export function roomOf(
  layout: Layout,
  starts: readonly number[],
  gap: number,
): { readonly along: number; readonly across: number } {
  let [along, across] = [0, 0];
  const more = starts.slice(1).map(rank => (layout.lanes[rank]!.length - 1) * LANE);
  const turns = starts.length > 1 ? 2 * (TURN + Math.max(...more)) : 0;
  for (const line of linesFrom(starts, layout.ranks.length)) {
    const { length, before, after } = extentOf(layout, line);
    along = Math.max(along, length + turns);
    across += after - before;
  }
  return { along, across: across + more.reduce((sum, room) => sum + gap + room, 0) };
}

/** The layout with its lines one below the other (flowing down: side by side), `gap` apart. */
export function breakIntoLines(
  layout: Layout,
  starts: readonly number[],
  gap: number,
  orientation: Orientation,
): Layout {
  if (starts.length <= 1) return layout;
  const lines = linesFrom(starts, layout.ranks.length).map(line => ({ ...line, ...extentOf(layout, line) }));
  const point = (along: number, across: number): Point =>
    orientation === 'horizontal' ? { x: along, y: across } : { x: across, y: along };
  const flow = ({ x, y }: Point) =>
    orientation === 'horizontal' ? { along: x, across: y } : { along: y, across: x };
  const lineOf: number[] = [];
  const shifts: { along: number; across: number }[] = [];
  let top = 0;
  for (const [i, { first, last, before, after }] of lines.entries()) {
    for (let rank = first; rank <= last; rank++) lineOf[rank] = i;
    shifts.push({ along: -layout.ranks[first]!.start, across: i === 0 ? 0 : top - before });
    const lanes = layout.lanes[last + 1]?.length ?? 1;
    top = (i === 0 ? after : top + after - before) + gap + (lanes - 1) * LANE;
  }
  const moved = (at: Point, line: number): Point => {
    const { along, across } = flow(at);
    return point(along + shifts[line]!.along, across + shifts[line]!.across);
  };

  const positions = new Map<string, Point>();
  for (const [id, at] of layout.positions) positions.set(id, moved(at, lineOf[layout.rankOf.get(id)!]!));

  const edges = layout.edges.map((edge): LaidOutEdge => {
    const { from, to, through } = edge;
    const first = layout.rankOf.get(from)!;
    const line = lineOf[first]!;
    if (line >= lineOf[layout.rankOf.get(to)!]!) {
      return { ...edge, through: through.map(at => moved(at, line)) };
    }
    const points: Point[] = [];
    let at = line;
    let last = flow(positions.get(from)!).across;
    /**
     * Out at the end of a line, along the room below it, and in at the beginning of the next. The first lane is the outermost at
     * the end and the innermost at the beginning: so none crosses another.
     */
    const turn = (across: number) => {
      const { length, after, last: lastRank } = lines[at]!;
      const lanes = layout.lanes[lastRank + 1]!;
      const key = lastRank === first ? from : waypointKey(from, to, lastRank);
      const lane = Math.max(0, lanes.indexOf(key));
      const inner = lanes.length - 1 - lane;
      const below = after + shifts[at]!.across + gap / 2 + inner * LANE;
      const [out, into] = [length + TURN + inner * LANE, -TURN - lane * LANE];
      points.push(point(out, last), point(out, below), point(into, below), point(into, across));
      at++;
      last = across;
    };
    // an edge has two points for each rank that it passes
    for (let i = 0; i < through.length; i += 2) {
      const own = lineOf[first + 1 + i / 2]!;
      const [enter, leave] = [moved(through[i]!, own), moved(through[i + 1]!, own)];
      if (own > at) turn(flow(enter).across);
      points.push(enter, leave);
      last = flow(leave).across;
    }
    const end = flow(positions.get(to)!).across;
    while (at < lineOf[layout.rankOf.get(to)!]!) turn(end);
    return { ...edge, through: points };
  });
  return { ...layout, positions, edges, starts };
}

function linesFrom(starts: readonly number[], ranks: number): Line[] {
  return starts.map((first, i) => ({ first, last: (starts[i + 1] ?? ranks) - 1 }));
}

function extentOf({ ranks }: Layout, { first, last }: Line) {
  let [before, after] = [Infinity, -Infinity];
  for (let rank = first; rank <= last; rank++) {
    before = Math.min(before, ranks[rank]!.before);
    after = Math.max(after, ranks[rank]!.after);
  }
  const empty = ranks.length === 0;
  return {
    length: empty ? 0 : ranks[last]!.end - ranks[first]!.start,
    before: empty ? 0 : before,
    after: empty ? 0 : after,
  };
}
