import type { LayoutNode } from './layoutNode';

/** A place in a rank: a layer, or a point where an edge passes between layers. */
export interface Place {
  readonly key: string;
  readonly rank: number;
  /** Undefined for a point of an edge. */
  readonly node: LayoutNode | undefined;
  /** The places it is connected with in the rank before and in the one after. */
  readonly before: Place[];
  readonly after: Place[];
}

export interface RankedEdge {
  readonly from: string;
  readonly to: string;
  /** The points that the edge passes, one for each rank between its ends. */
  readonly through: readonly Place[];
}

/**
 * Edges that pass thousands of ranks would have millions of points, which hold up the view for minutes. Those for which no
 * room is left run straight.
 */
const mostPoints = 30_000;

/** The ranks with points put in wherever an edge passes a rank, so that edges only join neighbouring ranks. */
export function withWaypoints(
  nodes: readonly LayoutNode[],
  rank: ReadonlyMap<string, number>,
): { readonly rows: Place[][]; readonly edges: RankedEdge[] } {
  const rows: Place[][] = [];
  const places = new Map<string, Place>();
  const put = (key: string, at: number, node: LayoutNode | undefined) => {
    const place: Place = { key, rank: at, node, before: [], after: [] };
    while (rows.length <= at) rows.push([]);
    rows[at]!.push(place);
    return place;
  };
  for (const node of nodes) places.set(node.id, put(node.id, rank.get(node.id)!, node));
  const edges: RankedEdge[] = [];
  let room = mostPoints;
  for (const node of nodes) {
    for (const from of new Set(node.inputs)) {
      const source = places.get(from);
      if (!source) continue;
      const target = places.get(node.id)!;
      const passed = Math.max(0, target.rank - source.rank - 1);
      if (passed > room) {
        edges.push({ from, to: node.id, through: [] });
        continue;
      }
      room -= passed;
      const through: Place[] = [];
      let last = source;
      for (let at = source.rank + 1; at < target.rank; at++) {
        const point = put(waypointKey(from, node.id, at), at, undefined);
        join(last, point);
        through.push(point);
        last = point;
      }
      // an edge that goes back or stays, on a cycle, says nothing about the order
      if (target.rank > source.rank) join(last, target);
      edges.push({ from, to: node.id, through });
    }
  }
  return { rows, edges };
}

/** Of the point where an edge passes a rank. */
export function waypointKey(from: string, to: string, rank: number): string {
  return `${from}\n${to}\n${rank}`;
}

function join(from: Place, to: Place) {
  from.after.push(to);
  to.before.push(from);
}
