import type { Snapshot } from '../core/analyze';
import type { Kernels } from '../core/kernels/kernels';
import { nodeKernels } from '../platform/nodeKernels';

/** What a run computes with. */
export interface Engine {
  readonly kernels: Kernels;
  /** In words: `WebAssembly (relaxed SIMD), float32, 2 threads`. */
  readonly name: string;
}

/** Floating-point operations of a step below which a second thread would wait more than it works. */
const worthThreads = 4e6;

/**
 * The kernels for a network, with threads where a step of `batchSize` examples is enough work for them.
 * @param threads at most so many
 */
export async function engineFor(snapshot: Snapshot, batchSize: number, threads?: number): Promise<Engine> {
  const { precision } = snapshot.network!.training!;
  const shared = 3 * snapshot.shapes!.flops * batchSize >= worthThreads;
  const kernels = await nodeKernels({ precision, threads: shared ? threads : 1 });
  const { name } = kernels;
  return { kernels, name: `${name}, ${precision}${counted(kernels.threads)}` };
}

const counted = (threads: number) => (threads > 1 ? `, ${threads} threads` : '');
