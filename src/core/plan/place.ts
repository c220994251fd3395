import type { Batch, Kernels, Op } from '../kernels/kernels';
import { owner } from '../kernels/operands';
import { bySize } from './placing/bySize';
import type { Arrangement, Span } from './placing/span';
import { fullest, sweep } from './placing/sweep';

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
/** Batches up to which it takes only milliseconds to place them by size. */
const few = 500;

/**
 * Gives each batch its part of one memory. Two batches share a place where no op between the first and the last that
 * uses the one, or a view of it, uses the other; those in `kept` share with none. `ops` run in their order. Returns the
 * bytes of the memory.
 */
export function place(
  batches: readonly Unplaced[],
  kept: ReadonlySet<Batch>,
  ops: readonly Op[],
  kernels: Kernels,
): number {
  const size = kernels.precision === 'float64' ? 8 : 4;
  const lives = new Map<unknown, Life>(batches.map(batch => [batch, { first: Infinity, last: -Infinity }]));
  ops.forEach(({ args }, i) => {
    for (const arg of args as readonly unknown[]) {
      const life = lives.get(owner(arg));
      if (!life) continue;
      life.first = Math.min(life.first, i);
      life.last = i;
    }
  });
  for (const batch of kept) lives.set(owner(batch), { first: -Infinity, last: Infinity });

  const spans = batches.map((batch): Span => {
    const bytes = Math.ceil((batch.n * batch.m * size + beyond) / line) * line;
    const { first, last } = lives.get(batch)!;
    // what no op uses comes after all of them
    return { bytes, first, last: Math.max(first, last) };
  });
  const { starts, bytes } = arrange(spans);
  const memory = kernels.allocate(bytes / size);
  batches.forEach((batch, i) => {
    batch.data = memory.subarray(starts[i]! / size, starts[i]! / size + batch.n * batch.m);
  });
  return bytes;
}

function arrange(spans: readonly Span[]): Arrangement {
  const swept = sweep(spans);
  if (spans.length > few || swept.bytes === fullest(spans)) return swept;
  const sized = bySize(spans);
  return sized.bytes < swept.bytes ? sized : swept;
}

/** From the first to the last op that uses a batch. */
interface Life {
  first: number;
  last: number;
}
