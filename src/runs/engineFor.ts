import type { Snapshot } from '../core/analyze';
import type { Kernels } from '../core/kernels/kernels';
import { referenceKernels } from '../core/kernels/reference';
import { nodeKernels } from '../platform/nodeKernels';

/** What a run computes with. */
export interface Engine {
  readonly kernels: Kernels;
  /** In words, with details in parentheses: `WebAssembly (relaxed SIMD), float32, 2 threads`. */
  readonly name: string;
}

/** Floating-point operations of a step below which a second thread would wait more than it works. */
const worthThreads = 20e6;
/** And below which float64 is left to the reference kernels. */
const worthSimd = 1e5;

/**
 * The kernels for a network, with threads where a step of `batchSize` examples is enough work for them. In float64 a tiny
 * network runs on the reference kernels: their sums run in the order of the notes, so that a training that hangs on the
 * last bit gives the course's numbers, at half the speed (docs/decisions/0009).
 * @param threads at most so many
 */
export async function engineFor(snapshot: Snapshot, batchSize: number, threads?: number): Promise<Engine> {
  const { precision } = snapshot.network!.training!;
  const flops = 3 * snapshot.shapes!.flops * batchSize;
  const kernels =
    precision === 'float64' && flops < worthSimd
      ? referenceKernels(precision)
      : await nodeKernels({ precision, threads: flops < worthThreads ? 1 : threads });
  const name = kernels.name === 'reference' ? 'JavaScript (reference kernels)' : kernels.name;
  return { kernels, name: `${name}, ${precision}${counted(kernels.threads)}` };
}

const counted = (threads: number) => (threads > 1 ? `, ${threads} threads` : '');
