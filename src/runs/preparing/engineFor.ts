import type { Snapshot } from '../../core/analyze';
import type { Kernels } from '../../core/kernels/kernels';
import { type KernelChoice, nodeKernels } from '../../platform/kernels/nodeKernels';

/** What a run computes with. */
export interface Engine {
  readonly kernels: Kernels;
  /** In words, with details in parentheses: `WebAssembly (relaxed SIMD), float32, 2 threads`. */
  readonly name: string;
  /** Why it was chosen, a sentence each: what was, and then what was tried before it and failed. */
  readonly reasons: readonly string[];
}

/** Floating-point operations of a step below which a second thread would wait more than it works. */
const worthThreads = 20e6;
/** And below which float64 adds in the order of the notes. */
const small = 1e5;
const inTheirOrder = 'A network this small adds up in the order of the notes in float64, to the last digit.';

/**
 * The kernels for a network, with threads where a step of `batchSize` examples is enough work for them. In float64 a tiny
 * network's sums run in the order of the notes, so that a training that hangs on the last bit gives the course's numbers
 * (docs/decisions/0009).
 */
export async function engineFor(
  snapshot: Snapshot,
  batchSize: number,
  { threads, cancelled }: Omit<KernelChoice, 'kind'> = {},
): Promise<Engine> {
  const { precision } = snapshot.network!.training!;
  const flops = 3 * snapshot.shapes!.flops * batchSize;
  const inOrder = precision === 'float64' && flops < small;
  const { kernels, reasons } = await nodeKernels({
    kind: inOrder ? 'exact' : precision,
    threads: flops < worthThreads ? 1 : threads,
    cancelled,
  });
  const name = kernels.name === 'reference' ? 'JavaScript (reference kernels)' : kernels.name;
  return {
    kernels,
    name: `${name}, ${precision}${counted(kernels.threads)}`,
    reasons: inOrder ? [inTheirOrder, ...reasons] : reasons,
  };
}

const counted = (threads: number) => (threads > 1 ? `, ${threads} threads` : '');
