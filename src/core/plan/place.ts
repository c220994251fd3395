import type { Batch, Kernels, Op } from '../kernels/kernels';

/** A batch whose memory isn't chosen yet. */
export interface Unplaced {
  readonly n: number;
  m: number;
  data: Batch['data'];
}

/** Places begin at multiples of this many bytes, which is a line of the cache. */
const line = 64;
/** Kernels read up to this many bytes beyond an array's end. */
const beyond = 64;

/**
 * Gives each batch its part of one memory. Two batches share a place where no op between the first and the last that
 * uses the one uses the other; those in `kept` share with none. `ops` run in their order. The largest is placed first,
 * each as low as it fits (Pisarchyk and Lee, 2020, greedy by size). Returns the bytes of the memory.
 */
export function place(
  batches: readonly Unplaced[],
  kept: ReadonlySet<Batch>,
  ops: readonly Op[],
  kernels: Kernels,
): number {
  const size = kernels.precision === 'float64' ? 8 : 4;
  const lives = new Map<Batch, Life>(batches.map(batch => [batch, { first: Infinity, last: -Infinity }]));
  ops.forEach(({ args }, i) => {
    for (const arg of args as readonly unknown[]) {
      const life = lives.get(arg as Batch);
      if (!life) continue;
      life.first = Math.min(life.first, i);
      life.last = i;
    }
  });
  for (const batch of kept) lives.set(batch, { first: -Infinity, last: Infinity });

  const placed: { readonly batch: Unplaced; readonly start: number; readonly end: number }[] = [];
  for (const batch of batches.toSorted((a, b) => b.n * b.m - a.n * a.m)) {
    const bytes = Math.ceil((batch.n * batch.m * size + beyond) / line) * line;
    const life = lives.get(batch)!;
    const taken = placed
      .filter(other => overlap(life, lives.get(other.batch)!))
      .sort((a, b) => a.start - b.start);
    let start = 0;
    for (const other of taken) {
      if (start + bytes <= other.start) break;
      start = Math.max(start, other.end);
    }
    placed.push({ batch, start, end: start + bytes });
  }
  const bytes = placed.reduce((most, { end }) => Math.max(most, end), 0);
  const memory = kernels.allocate(bytes / size);
  for (const { batch, start } of placed) {
    batch.data = memory.subarray(start / size, start / size + batch.n * batch.m);
  }
  return bytes;
}

/** From the first to the last op that uses a batch. */
interface Life {
  first: number;
  last: number;
}

const overlap = (a: Life, b: Life) => a.first <= b.last && b.first <= a.last;
