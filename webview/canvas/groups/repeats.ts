import type { LayerNode } from '../../../src/core/network/network';

/** Layers in the list that say the same several times, one time after the other. */
export interface Repeat {
  /** The place of the first of them in the list. */
  readonly first: number;
  /** How many layers are repeated, and how many times they are there. */
  readonly period: number;
  readonly times: number;
}

/** Blocks of more layers than these aren't looked for. */
const LONGEST = 48;
/** Folding fewer layers than these would hide more than it saves. */
const LEAST = 4;

/**
 * The blocks that a network repeats, the first that covers the most layers first; of blocks that cover as many, the shortest.
 * Layers say the same where their types and settings are the same, and their inputs as far back in the list.
 */
export function repeats(layers: readonly LayerNode[]): Repeat[] {
  const place = new Map(layers.map(({ id }, i) => [id, i]));
  const signs = layers.map(({ raw, type, inputs }, i) => {
    const { id: _, inputs: __, ...settings } = raw;
    const back = inputs.map(input => i - (place.get(input) ?? -1));
    // what is fed by a later layer is no chain
    return back.some(distance => distance <= 0) ? `${i}` : JSON.stringify([type, settings, back]);
  });
  const found: Repeat[] = [];
  for (let first = 0; first < layers.length; ) {
    const best = bestFrom(signs, first);
    if (!best) {
      first++;
      continue;
    }
    // where the block could begin at several places, it begins where it has one way in and one out
    const starts = Array.from({ length: best.first - first + 1 }, (_, i) => best.first - i);
    const start = starts.find(at => isClosed(layers, place, at, at + best.period * best.times)) ?? best.first;
    found.push({ ...best, first: start });
    first = start + best.period * best.times;
  }
  return found;
}

/** Whether the layers from one place of the list to another are fed by one layer, and feed others by their last alone. */
function isClosed(
  layers: readonly LayerNode[],
  place: ReadonlyMap<string, number>,
  from: number,
  to: number,
): boolean {
  const before = layers
    .slice(from, to)
    .flatMap(({ inputs }) => inputs.filter(id => (place.get(id) ?? -1) < from));
  const isInner = (id: string) => (place.get(id) ?? -1) >= from && place.get(id)! < to - 1;
  return new Set(before).size <= 1 && !layers.slice(to).some(({ inputs }) => inputs.some(isInner));
}

function bestFrom(signs: readonly string[], first: number): Repeat | undefined {
  let best: Repeat | undefined;
  for (let period = 1; period <= Math.min(LONGEST, (signs.length - first) / 2); period++) {
    let length = period;
    while (first + length < signs.length && signs[first + length] === signs[first + length - period])
      length++;
    const times = Math.floor(length / period);
    const covered = period * times;
    if (times < 2 || covered < LEAST || covered <= (best ? best.period * best.times : 0)) continue;
    // as late as it can
    best = { first: first + length - covered, period, times };
  }
  return best;
}
