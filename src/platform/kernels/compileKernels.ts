import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Kernels, Precision } from '../../core/kernels/kernels';
import { wasmKernels } from '../../core/kernels/wasm/wasmKernels';
import { mostPages } from '../../core/kernels/wasm/wasmMemory';
import { buildFile, exactBuild, type KernelBuild } from './kernelBuilds';
import { kernelFile } from './kernelFile';
import { startThread } from './startThread';
import { opposite, type Switches } from './switches';

/** One way to have kernels in WebAssembly. */
export interface Way {
  readonly precision: Precision;
  readonly build: KernelBuild;
  readonly switches: Switches;
}

export interface KernelSpace {
  /** Of `sharedMemory`. */
  readonly memory: WebAssembly.Memory;
  readonly threads: number;
}

/** Kernels in that way, in this process. */
export function compileKernels(
  { precision, build, switches }: Way,
  { memory, threads }: KernelSpace,
): Kernels {
  const bytes = readFileSync(kernelFile(buildFile(precision, build))!);
  return wasmKernels({
    module: underSwitches(
      switchesOf({ build, switches }),
      switches.during,
      () => new WebAssembly.Module(bytes),
    ),
    memory,
    precision,
    threads,
    wide: switches.pairs,
    exact: build === exactBuild,
    now: () => performance.now(),
    startThread,
    name: `WebAssembly (${build.title}${switches.pairs ? ', 256-bit' : ''})`,
  });
}

/** All switches of a way, as they are given to V8 on a command line. */
export function switchesOf({ build, switches }: Pick<Way, 'build' | 'switches'>): string[] {
  const asked = build.askedFor && !WebAssembly.validate(build.sample) ? [build.askedFor] : [];
  return [...asked, ...switches.during, ...switches.after].map(name => `--${name}`);
}

/** The switches are V8's alone: what else this process compiles afterwards isn't compiled under those `during`. */
function underSwitches<T>(all: readonly string[], during: readonly string[], work: () => T): T {
  for (const name of all) setFlagsFromString(name);
  try {
    return work();
  } finally {
    for (const name of during) setFlagsFromString(`--${opposite(name)}`);
  }
}

/** A memory for kernels. Throws a RangeError where not so many addresses may be had. */
export const sharedMemory = () => new WebAssembly.Memory({ initial: 16, maximum: mostPages, shared: true });
