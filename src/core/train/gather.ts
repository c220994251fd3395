import type { Floats, Kernels, Op, Program, StoredNumbers } from '../kernels/kernels';
import type { Loss } from '../losses';
import type { Plan } from '../plan/plan';
import type { Dataset } from './dataset';

/** The examples of a step in the order in which they are taken; `undefined` is the order of the file. */
export type Order = Uint32Array | undefined;

export interface Gather {
  /**
   * Brings examples `from … from + count` of an order into the plan's X, and their labels into Y where it's told to.
   * `chosen` leaves X to the program that comes, which begins with `inputsOp`.
   */
  gather(
    dataset: Dataset,
    order: Order,
    from: number,
    count: number,
    labels: boolean,
    chosen?: 'chosen',
  ): void;
  /** What brings the examples that are chosen into X, for a program to begin with, where the kernels can do that. */
  inputsOp(dataset: Dataset): Op | undefined;
  /** A promise where they have to be waited for before. */
  arriving(dataset: Dataset, order: Order, from: number, count: number): Promise<void> | undefined;
  /** Does beforehand what the first steps would do once: copying the inputs into the kernels' memory, converting them. */
  prepare(dataset: Dataset): void;
}

/** Converted inputs kept between steps, at most. */
const residentBytes = 256e6;
/** Inputs in their own type kept in the memory of the kernels, at most. */
const storedBytes = 1e9;

/**
 * Where each step takes all examples, their inputs are converted once and kept, if memory allows. In batches they are
 * converted each time, so that data stays in its own type: by the kernels, from a copy in their memory, or else by the
 * data set.
 */
export function gatherInto(plan: Plan, loss: Loss, kernels: Kernels): Gather {
  const resident = new WeakMap<Dataset, Shards>();
  const shuffled = new WeakMap<Dataset, ShuffledInputs | undefined>();
  const fileOrders = new WeakMap<Dataset, Uint32Array>();
  /** Of stored inputs: a training set and what it is augmented to have the same ones. */
  const copies = new WeakMap<StoredNumbers, StoredNumbers | undefined>();
  const copyOf = (data: StoredNumbers) => {
    if (!copies.has(data)) copies.set(data, placed(data, kernels));
    return copies.get(data);
  };

  const fileOrder = (dataset: Dataset) => {
    const known = fileOrders.get(dataset) ?? Uint32Array.from({ length: dataset.m }, (_, i) => i);
    fileOrders.set(dataset, known);
    return known;
  };
  const shuffledOf = (dataset: Dataset) => {
    if (!shuffled.has(dataset)) shuffled.set(dataset, shuffledInputs(plan, kernels, dataset, copyOf));
    return shuffled.get(dataset);
  };
  const shardsOf = (dataset: Dataset) => {
    const bytes = dataset.m * plan.X.n * (kernels.precision === 'float64' ? 8 : 4);
    const inBatches = plan.capacity < dataset.m && shuffledOf(dataset) !== undefined;
    if (bytes > residentBytes || inBatches) return undefined;
    const known = resident.get(dataset) ?? makeShards(kernels, dataset.m, plan);
    resident.set(dataset, known);
    return known;
  };
  const arriving: Gather['arriving'] = (dataset, order, from, count) => {
    if (!dataset.arriving) return undefined;
    const shard = order ? undefined : shardsOf(dataset)?.[from / plan.capacity];
    return shard?.filled ? undefined : dataset.arriving(order ?? fileOrder(dataset), from, count);
  };

  /** What is in X and Y since the last time. */
  let last: readonly unknown[] = [];

  const gather: Gather['gather'] = (dataset, order, from, count, labels, chosen) => {
    // where each step takes all examples they are there already
    if (!order && dataset === last[0] && from === last[1] && count === last[2] && labels === last[3]) return;
    const indices = order ?? fileOrder(dataset);
    const shards = order ? undefined : shardsOf(dataset);
    const shard = shards?.[from / plan.capacity];
    plan.resize(count, shard?.inputs);
    last = [];
    if (!shard?.filled) {
      // a copy of bytes is small beside what they become
      const copied = !shard || dataset.stored?.data instanceof Uint8Array;
      const inputs = copied ? shuffledOf(dataset) : undefined;
      if (inputs) {
        inputs.choose(indices, from, count);
        if (!chosen) inputs.program.run(count);
        dataset.views?.finish?.(indices, from, count, plan.X.data);
      } else dataset.gatherInputs(indices, from, count, plan.X.data);
    }
    if (shard) shard.filled = true;
    if (labels) dataset.gatherTargets(indices, from, count, loss.encoding, plan.Y.n, plan.Y.data);
    // where a file couldn't be read they aren't
    if (shard) last = [dataset, from, count, labels];
  };
  const prepare: Gather['prepare'] = dataset => {
    // what is read from its file while it trains isn't there yet
    if (dataset.arriving && !dataset.stored) return;
    if (plan.capacity >= dataset.m && shardsOf(dataset)) gather(dataset, undefined, 0, dataset.m, false);
    else shuffledOf(dataset);
  };
  return { gather, inputsOp: dataset => shuffledOf(dataset)?.op, arriving, prepare };
}

type Shards = readonly { readonly inputs: Floats; filled: boolean }[];

function makeShards(kernels: Kernels, m: number, { capacity, X: { n } }: Plan): Shards {
  const inputs = kernels.allocate(m * n);
  return Array.from({ length: Math.ceil(m / capacity) }, (_, i) => ({
    inputs: inputs.subarray(i * capacity * n, Math.min((i + 1) * capacity, m) * n),
    filled: false,
  }));
}

/** A copy in the memory of the kernels; undefined where there is no room for it. */
function placed(array: StoredNumbers, kernels: Kernels): StoredNumbers | undefined {
  try {
    return kernels.place(array);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Brings examples of an order into X: those that are chosen, from a place on. */
interface ShuffledInputs {
  readonly op: Op;
  readonly program: Program;
  choose(order: Uint32Array, from: number, count: number): void;
}

/** Undefined where the inputs aren't plain numbers, or too many. */
function shuffledInputs(
  { X, capacity }: Plan,
  kernels: Kernels,
  { stored, views, m }: Dataset,
  copyOf: (data: StoredNumbers) => StoredNumbers | undefined,
): ShuffledInputs | undefined {
  if (!stored || stored.data.byteLength > storedBytes) return undefined;
  const { rows, scale, mean, deviation } = stored;
  const indices = kernels.place(new Int32Array(m));
  const start = kernels.place(new Int32Array(1));
  const place = (array: Float64Array | undefined) => array && kernels.place(array);
  const data = copyOf(stored.data);
  if (!data) return undefined;
  const examples = {
    data,
    indices,
    scale,
    mean: place(mean),
    deviation: place(deviation),
  };
  const maps = views && kernels.place(new Float64Array(6 * capacity));
  const op: Op =
    views && maps
      ? {
          call: 'viewPictures',
          args: [
            {
              ...examples,
              // what is still to be changed is converted after it
              ...(views.finish && { scale: 1, mean: undefined, deviation: undefined }),
              size: views.size,
              border: views.border,
              maps,
            },
            start,
            X,
          ],
          reads: 'X = the pictures of the batch as they are seen',
        }
      : { call: 'gather', args: [examples, start, X], reads: 'X = the examples of the batch' };
  let order: Uint32Array | undefined;
  return {
    op,
    program: kernels.compile([op]),
    choose(wanted, from, count) {
      if (wanted !== order) {
        order = wanted;
        for (let i = 0; i < m; i++) indices[i] = rows ? rows[wanted[i]!]! : wanted[i]!;
      }
      start[0] = from;
      for (let i = 0; maps && i < count; i++) {
        const { yy, yx, y0, xy, xx, x0 } = views!.mapOf(wanted[from + i]!);
        maps[6 * i] = yy;
        maps[6 * i + 1] = yx;
        maps[6 * i + 2] = y0;
        maps[6 * i + 3] = xy;
        maps[6 * i + 4] = xx;
        maps[6 * i + 5] = x0;
      }
    },
  };
}
