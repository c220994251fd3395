import type { Kernels, Precision } from '../kernels/kernels';
import { mostBytes } from '../kernels/wasm/wasmMemory';
import { lossOf } from '../losses';
import type { MemoryNeed } from '../network/memoryNeed';
import type { Network, ShapeReport } from '../network/network';
import { optimizerOf } from '../optimizers';
import { compilePlan } from './compilePlan';
import { placeParameters } from './parameters';
import { isInput } from './path';
import { pieceSize } from './pieceSize';
import { placeStates } from './states';

/** A plan's bytes are at most so many times those of the values that its layers name. */
const mostForValues = 4;

/**
 * What the training of a network takes whose layers are without fault, by the plan that it would make; nothing is allocated.
 * Undefined where that isn't known, or is plainly less than half of what there is, so that asking costs nothing as a rule.
 */
export function memoryNeedOf(
  network: Network,
  shapes: ShapeReport,
  batchSize: number,
): MemoryNeed | undefined {
  if (!network.training || !canBePlanned(network, shapes)) return undefined;
  const { precision, optimizer, loss } = network.training;
  const averages = optimizerOf(optimizer).optimizer.slots.length;
  // kernels of any speed cut a batch by its memory into no larger pieces
  const m = pieceSize(network, shapes, batchSize, Infinity);
  const { bytes } = shapes;
  if ((2 + averages) * bytes.parameters + mostForValues * m * bytes.activations < mostBytes / 2)
    return undefined;

  const { kernels, allocated } = countingKernels(precision);
  const parameters = placeParameters(network, shapes, kernels);
  const states = placeStates(network, shapes, kernels);
  for (const { rows, columns, frozen } of parameters)
    if (!frozen) kernels.allocate(averages * rows * columns);
  const held = allocated();
  compilePlan({ network, shapes, loss: lossOf(loss), kernels, parameters, states, m });
  return { parameters: held, values: allocated() - held, examples: m };
}

function canBePlanned(network: Network, shapes: ShapeReport): boolean {
  const ids = new Set(network.layers.map(({ id }) => id));
  const known = network.layers.every(({ id, fields, inputs }) => {
    const report = shapes.layers.get(id);
    const sizes = [...(report?.output ?? ['?']), ...(report?.parameters ?? []).flatMap(sizesOf)];
    return fields && sizes.every(size => typeof size === 'number') && inputs.every(input => ids.has(input));
  });
  return known && network.layers.filter(isInput).length === 1;
}

const sizesOf = ({ dims }: { readonly dims: readonly { readonly size: unknown }[] }) =>
  dims.map(({ size }) => size);

/** Kernels that count what they are asked for. A plan runs none. */
function countingKernels(precision: Precision) {
  const none = precision === 'float64' ? new Float64Array(0) : new Float32Array(0);
  let bytes = 0;
  const counting: Pick<Kernels, 'precision' | 'allocate' | 'allocateSums' | 'place'> = {
    precision,
    allocate(length) {
      bytes += length * none.BYTES_PER_ELEMENT;
      return none;
    },
    allocateSums: length => new Float64Array(length),
    place: array => array,
  };
  return { kernels: counting as Kernels, allocated: () => bytes };
}
