import type { Orientation } from '../../state';
import type { LaidOutEdge, Layout } from './layoutNetwork';
import type { Point } from './layoutNode';

/** A layout as it is broken into lines, as a text is: each line is a stretch of ranks, below the one before it. */
export interface Line {
  readonly first: number;
  readonly last: number;
}

/** How far before and after a line an edge turns that goes on to the next one, in pixels at 100 %. */
export const TURN = 24;

/** The ranks at which lines begin, so that none is longer than `length` where that can be. */
export function lineStarts({ ranks, mayBegin }: Layout, length: number): number[] {
  const starts = [0];
  let last: number | undefined;
  for (const [rank, { end }] of ranks.entries()) {
    if (end - ranks[starts.at(-1)!]!.start > length && last !== undefined) {
      starts.push(last);
      last = undefined;
    }
    if (rank > starts.at(-1)! && mayBegin[rank]) {
      // where this rank alone is too much, it is the one that begins the next line
      if (end - ranks[starts.at(-1)!]!.start > length) starts.push(rank);
      else last = rank;
    }
  }
  return starts;
}

/** The room that the lines take, along the flow and across it. */
export function roomOf(
  layout: Layout,
  starts: readonly number[],
  gap: number,
): { readonly along: number; readonly across: number } {
  let [along, across] = [0, 0];
  for (const line of linesFrom(starts, layout.ranks.length)) {
    const { length, before, after } = extentOf(layout, line);
    along = Math.max(along, length + (starts.length > 1 ? 2 * TURN : 0));
    across += after - before;
  }
  return { along, across: across + (starts.length - 1) * gap };
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
    top = (i === 0 ? after : top + after - before) + gap;
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
    /** Out at the end of a line, along the room below it, and in at the beginning of the next. */
    const turn = (across: number) => {
      const { length, after } = lines[at]!;
      const below = after + shifts[at]!.across + gap / 2;
      points.push(point(length + TURN, last), point(length + TURN, below), point(-TURN, below));
      points.push(point(-TURN, across));
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
