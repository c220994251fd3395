import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Kernels, Precision } from '../core/kernels/kernels';
import { referenceKernels } from '../core/kernels/reference';
import { type ThreadStart, wasmKernels } from '../core/kernels/wasm/wasmKernels';
import { mostPages } from '../core/kernels/wasm/wasmMemory';

export interface KernelChoice {
  readonly precision: Precision;
  /** At most so many threads; as many as there are processors where it isn't said. */
  readonly threads?: number;
}

/** More threads would wait for each other rather than compute. */
const mostThreads = 8;

/**
 * The fastest kernels that this process can run: WebAssembly with relaxed SIMD, with plain SIMD, or, where there is no
 * SIMD or no shared memory, the reference kernels on one thread.
 */
export async function nodeKernels({ precision, threads = defaultThreads() }: KernelChoice): Promise<Kernels> {
  const fma = canRun(relaxedProbe) || allowRelaxed() ? 'relaxed' : canRun(simdProbe) ? 'plain' : undefined;
  const file = fma && kernelFile(`kernels.${precision}.${fma}.wasm`);
  if (!file || typeof SharedArrayBuffer === 'undefined') return referenceKernels(precision);
  const module = compileAtOnce(new Uint8Array(await readFile(file)));
  const memory = sharedMemory();
  if (!memory) return referenceKernels(precision);
  return wasmKernels({
    module,
    memory,
    precision,
    threads: Math.max(1, Math.min(threads, mostThreads)),
    now: () => performance.now(),
    startThread,
    name: `WebAssembly (${fma === 'relaxed' ? 'relaxed SIMD' : 'SIMD'})`,
  });
}

/**
 * A module with all its code optimized, some ten milliseconds: else V8 begins with slow code and finds out while it runs
 * what to optimize, which is over only when a short training is. The switches are V8's alone, and hold for this module.
 */
function compileAtOnce(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  const ways = ['liftoff', 'wasm-lazy-compilation'];
  for (const way of ways) setFlagsFromString(`--no-${way}`);
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    for (const way of ways) setFlagsFromString(`--${way}`);
  }
}

/** Undefined where not so many addresses may be had. */
function sharedMemory(): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: 16, maximum: mostPages, shared: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function defaultThreads(): number {
  return availableParallelism();
}

/** It is there some 40 ms later; until then, and should it never be, the first thread works alone. */
function startThread(start: ThreadStart): void {
  const worker = new Worker(kernelFile('kernelThread.js')!, { workerData: start });
  worker.on('error', () => {});
  // a thread that waits doesn't keep the process
  worker.unref();
}

/** A file beside the bundle that this is part of; where this runs from its source, in the folder of the bundles. */
function kernelFile(name: string): string | undefined {
  return [join(__dirname, name), join(__dirname, '../../dist', name)].find(existsSync);
}

const canRun = (module: readonly number[]) => WebAssembly.validate(new Uint8Array(module));

/** Node 20 knows relaxed SIMD, but has to be asked for it. */
function allowRelaxed(): boolean {
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  return canRun(relaxedProbe);
}

/** A module with one function without arguments that returns a vector: what `body` leaves on the stack. */
function moduleWith(body: readonly number[]): readonly number[] {
  const code = [0, ...body, 0x0b];
  return [
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...[1, 5, 1, 0x60, 0, 1, 0x7b],
    ...[3, 2, 1, 0],
    ...[10, code.length + 2, 1, code.length, ...code],
  ];
}

const zeros = [0xfd, 12, ...new Array<number>(16).fill(0)];
/** v128.const */
const simdProbe = moduleWith(zeros);
/** f32x4.relaxed_madd */
const relaxedProbe = moduleWith([...zeros, ...zeros, ...zeros, 0xfd, 0x85, 0x02]);
