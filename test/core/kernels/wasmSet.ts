import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Precision } from '../../../src/core/kernels/kernels';
import { type ThreadStart, wasmKernels } from '../../../src/core/kernels/wasm/wasmKernels';
import { mostPages } from '../../../src/core/kernels/wasm/wasmMemory';

// Node 20 has to be asked for relaxed SIMD
setFlagsFromString('--experimental-wasm-relaxed-simd');

export const builds = (['float32', 'float64'] as const).flatMap(precision =>
  (['relaxed', 'plain'] as const).map(fma => [precision, fma] as const),
);

const dist = join(import.meta.dirname, '../../../dist');

/** The module of a build, which test/setup.mjs has compiled. */
export function wasmModule(precision: Precision, build: 'relaxed' | 'plain' | 'exact'): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(join(dist, `kernels.${precision}.${build}.wasm`)));
}

export const sharedMemory = () => new WebAssembly.Memory({ initial: 16, maximum: mostPages, shared: true });

/** The kernels of a build on several threads, which share every program, however little it is. */
export function threadedSet(
  precision: Precision,
  threads: number,
  change: (start: ThreadStart) => ThreadStart = start => start,
  memory = sharedMemory(),
) {
  const module = wasmModule(precision, 'relaxed');
  const startThread = (start: ThreadStart) => {
    const worker = new Worker(join(dist, 'kernelThread.js'), { workerData: change(start) });
    worker.on('error', () => {});
    worker.unref();
  };
  return wasmKernels({
    module,
    memory,
    precision,
    threads,
    startThread,
    now: () => performance.now(),
    alwaysShare: true,
    name: 'threads',
  });
}

/** The kernels of a build, on one thread; `wide` where products are made of wide tiles. */
export function wasmSet(precision: Precision, fma: 'relaxed' | 'plain', wide = false) {
  const module = wasmModule(precision, fma);
  return wasmKernels({
    module,
    memory: sharedMemory(),
    precision,
    threads: 1,
    wide,
    now: () => performance.now(),
    name: fma,
  });
}

/** The kernels that add in the order of the notes. */
export function exactSet() {
  return wasmKernels({
    module: wasmModule('float64', 'exact'),
    memory: sharedMemory(),
    precision: 'float64',
    threads: 1,
    exact: true,
    now: () => performance.now(),
    name: 'exact',
  });
}
