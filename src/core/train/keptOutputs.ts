import type { Kernels, Op } from '../kernels/kernels';
import type { FrozenPart } from '../plan/frozenPart';
import type { Work } from '../work';
import type { Dataset } from './dataset';
import type { Model } from './model';

/** What a frozen part gives for each example, computed once. */
export interface KeptOutputs {
  /** Brings what is kept of the examples that were chosen to where the part would have written it. */
  readonly op: Op;
  /** A step's ops without those of the part. */
  rest(ops: readonly Op[]): readonly Op[];
  /** The examples of the next step: those of an order from a place on, of all in the order of the file where there is none. */
  choose(order: Uint32Array | undefined, start: number): void;
}

/** What is kept, at most, beside the data themselves. */
const mostBytes = 256e6;

/** Examples that `inFours` kernels add up alike, wherever in such a group one is. */
const fours = 4;

/**
 * Computes what a frozen part gives for every example. Undefined where that would take too much memory, or the data are
 * too big for it, and where it wouldn't be the same to the last bit: kernels may add up in another order where an example has another
 * place in its batch, or the batch is smaller. Where they are known to, every batch has to be of whole fours; else it is
 * tried with the last examples in reverse. Yields between pieces.
 */
export function* keptOutputs(
  { plan, kernels, gather }: Pick<Model, 'plan' | 'kernels' | 'gather'>,
  train: Dataset,
  part: FrozenPart,
  batchSize: number,
): Work<KeptOutputs | undefined> {
  const output = plan.layers.find(({ id }) => id === part.last)!.output.A;
  const { n } = output;
  const size = kernels.precision === 'float64' ? 8 : 4;
  if (train.arriving || train.m * n * size > mostBytes) return undefined;
  const inBatches = batchSize < train.m;
  let capacity = plan.capacity;
  if (inBatches && kernels.inFours) {
    if (batchSize % fours !== 0 || train.m % fours !== 0) return undefined;
    capacity -= capacity % fours;
  }
  const room = roomFor(train.m, n, kernels);
  if (!room) return undefined;
  const { data, indices, place } = room;
  const isPart = ({ of }: Op) => of !== undefined && of.pass === 'forward' && part.layers.has(of.layer);
  const program = kernels.compile(plan.learn.filter(isPart));
  for (let from = 0; from < train.m; from += capacity) {
    if (from > 0) yield;
    const count = Math.min(capacity, train.m - from);
    gather(train, undefined, from, count, false);
    program.run(count);
    data.set(output.data.subarray(0, count * n), from * n);
  }
  if (inBatches) {
    const turned = Uint32Array.from({ length: train.m }, (_, i) => train.m - 1 - i);
    for (const count of [batchSize, train.m % batchSize]) {
      if (count === 0) continue;
      yield;
      gather(train, turned, 0, count, false);
      program.run(count);
      const isSame = (value: number, i: number) =>
        Object.is(value, data[turned[Math.floor(i / n)]! * n + (i % n)]);
      if (!output.data.subarray(0, count * n).every(isSame)) return undefined;
    }
  }
  let chosen: Uint32Array | undefined;
  return {
    op: {
      call: 'gather',
      args: [{ data, indices, scale: 1, mean: undefined, deviation: undefined }, place, output],
      reads: 'A = what the frozen layers gave',
    },
    rest: ops => ops.filter(op => !isPart(op)),
    choose(order, start) {
      if (order && order !== chosen) {
        indices.set(order);
        chosen = order;
      }
      place[0] = start;
    },
  };
}

/** Undefined where there is none: for n values of each of m examples, and for those that are chosen, at first in the order of the file. */
function roomFor(m: number, n: number, kernels: Kernels) {
  try {
    return {
      data: kernels.allocate(m * n),
      indices: kernels.place(Int32Array.from({ length: m }, (_, i) => i)),
      place: kernels.place(new Int32Array(1)),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
