import { crossings } from './crossings';
import type { Place } from './waypoints';

const SWEEPS = 12;

/**
 * Orders each rank so that few edges cross: sweeps to and fro put every place at the mean of its neighbours' places
 * (Sugiyama's barycenter method), and the best order seen is kept. Where nothing decides, the order of the list stays.
 */
export function orderRows(rows: readonly Place[][]): Place[][] {
  let current = rows.map(row => [...row]);
  let best = current;
  let fewest = crossings(current);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const down = sweep % 2 === 0;
    current = current.map(row => [...row]);
    const from = down ? 1 : current.length - 2;
    for (let i = from; down ? i < current.length : i >= 0; i += down ? 1 : -1) {
      const fixed = current[down ? i - 1 : i + 1]!;
      const index = new Map(fixed.map((place, at) => [place, at]));
      current[i] = sorted(current[i]!, place =>
        mean((down ? place.before : place.after).map(end => index.get(end)!)),
      );
    }
    const count = crossings(current);
    if (count < fewest) {
      fewest = count;
      best = current;
    }
  }
  return best;
}

/** Sorts by weight, stably; places without neighbours keep theirs. */
function sorted(row: readonly Place[], weight: (place: Place) => number | undefined): Place[] {
  const weighed = row.map((place, i) => ({ place, weight: weight(place) ?? i }));
  return weighed.sort((a, b) => a.weight - b.weight).map(({ place }) => place);
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
