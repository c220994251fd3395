import type { FlowExtent } from './layoutNode';
import type { Place, RankedEdge } from './waypoints';

/**
 * Puts the points of an edge that passes several ranks on one line, where one of their places has room in each of
 * those ranks; of several, on the one that moves them least. Then puts chains of layers on one line. Changes `across`.
 */
export function straighten(
  rows: readonly (readonly Place[])[],
  edges: readonly RankedEdge[],
  extents: ReadonlyMap<Place, FlowExtent>,
  gap: number,
  across: Map<Place, number>,
) {
  const index = new Map(rows.flatMap(row => row.map((place, i) => [place, i] as const)));

  const hasRoom = (place: Place, at: number) => {
    const row = rows[place.rank]!;
    const before = row[index.get(place)! - 1];
    const after = row[index.get(place)! + 1];
    const { before: own, after: below } = extents.get(place)!;
    return (
      (!before || across.get(before)! + extents.get(before)!.after + gap + own <= at + 1e-6) &&
      (!after || at + below + gap + extents.get(after)!.before <= across.get(after)! + 1e-6)
    );
  };

  // the longest first, since it is the outermost: those within it then have room
  for (const { through } of [...edges].sort((a, b) => b.through.length - a.through.length)) {
    if (through.length < 2) continue;
    const places = through.map(place => across.get(place)!);
    const moved = (at: number) => places.reduce((sum, place) => sum + Math.abs(place - at), 0);
    // most stand on one line already: each line is weighed once
    const lines = [...new Set(places)].map(at => ({ at, cost: moved(at) }));
    const line = lines
      .sort((a, b) => a.cost - b.cost)
      .find(({ at }) => through.every(place => hasRoom(place, at)));
    if (line) for (const place of through) across.set(place, line.at);
  }

  // a layer with one before it, which feeds no other, is in line with it, whatever passes beside them
  for (const place of rows.flat()) {
    const [before, ...others] = place.node ? place.before.filter(end => end.node) : [];
    if (!before || others.length > 0 || before.after.filter(end => end.node).length > 1) continue;
    const at = across.get(before)!;
    if (hasRoom(place, at)) across.set(place, at);
  }
}
