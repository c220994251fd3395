import type { Floats, Kernels } from '../kernels/kernels';
import type { Loss } from '../losses';
import type { Plan } from '../plan/plan';
import type { Dataset } from './dataset';

/** The examples of a step in the order in which they are taken; `undefined` is the order of the file. */
export type Order = Uint32Array | undefined;

/** Brings examples `from … from + count` of an order into the plan's X, and their labels into Y where it's told to. */
export type Gather = (dataset: Dataset, order: Order, from: number, count: number, labels: boolean) => void;

/** Converted inputs kept between steps, at most. */
const residentBytes = 256e6;

/**
 * In the file's order every pass takes the same shards, so their inputs are converted once and kept, where memory
 * allows. In any other order they are converted each time, so that data stays in its own type.
 */
export function gatherInto(plan: Plan, loss: Loss, kernels: Kernels): Gather {
  const resident = new WeakMap<Dataset, Shards>();
  const fileOrders = new WeakMap<Dataset, Uint32Array>();

  const fileOrder = (dataset: Dataset) => {
    const known = fileOrders.get(dataset) ?? Uint32Array.from({ length: dataset.m }, (_, i) => i);
    fileOrders.set(dataset, known);
    return known;
  };
  const shardsOf = (dataset: Dataset) => {
    const bytes = dataset.m * plan.X.n * (kernels.precision === 'float64' ? 8 : 4);
    if (bytes > residentBytes) return undefined;
    const known = resident.get(dataset) ?? makeShards(kernels, dataset.m, plan);
    resident.set(dataset, known);
    return known;
  };

  return (dataset, order, from, count, labels) => {
    const indices = order ?? fileOrder(dataset);
    const shards = order ? undefined : shardsOf(dataset);
    const shard = shards?.[from / plan.capacity];
    plan.resize(count, shard?.inputs);
    if (!shard?.filled) dataset.gatherInputs(indices, from, count, plan.X.data);
    if (shard) shard.filled = true;
    if (labels) dataset.gatherTargets(indices, from, count, loss.encoding, plan.Y.n, plan.Y.data);
  };
}

type Shards = readonly { readonly inputs: Floats; filled: boolean }[];

function makeShards(kernels: Kernels, m: number, { capacity, X: { n } }: Plan): Shards {
  const inputs = kernels.allocate(m * n);
  return Array.from({ length: Math.ceil(m / capacity) }, (_, i) => ({
    inputs: inputs.subarray(i * capacity * n, Math.min((i + 1) * capacity, m) * n),
    filled: false,
  }));
}
