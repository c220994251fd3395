import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Precision } from '../../../src/core/kernels/kernels';
import { wasmKernels } from '../../../src/core/kernels/wasm/wasmKernels';
import { mostPages } from '../../../src/core/kernels/wasm/wasmMemory';

// Node 20 has to be asked for relaxed SIMD
setFlagsFromString('--experimental-wasm-relaxed-simd');

export const builds = (['float32', 'float64'] as const).flatMap(precision =>
  (['relaxed', 'plain'] as const).map(fma => [precision, fma] as const),
);

/** The module of a build, which test/setup.mjs has compiled. */
export function wasmModule(precision: Precision, fma: 'relaxed' | 'plain'): WebAssembly.Module {
  const folder = join(import.meta.dirname, '../../../dist');
  return new WebAssembly.Module(readFileSync(join(folder, `kernels.${precision}.${fma}.wasm`)));
}

export const sharedMemory = () => new WebAssembly.Memory({ initial: 16, maximum: mostPages, shared: true });

/** The kernels of a build, on one thread. */
export function wasmSet(precision: Precision, fma: 'relaxed' | 'plain') {
  const module = wasmModule(precision, fma);
  return wasmKernels({ module, memory: sharedMemory(), precision, threads: 1, now: () => 0, name: fma });
}
