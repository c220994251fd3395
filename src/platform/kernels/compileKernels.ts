import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Kernels, Precision } from '../../core/kernels/kernels';
import { wasmKernels } from '../../core/kernels/wasm/wasmKernels';
import { mostPages } from '../../core/kernels/wasm/wasmMemory';
import { buildFile, exactBuild, type KernelBuild } from './kernelBuilds';
import { kernelFile } from './kernelFile';
import { startThread } from './startThread';
import { opposite, type Switches } from './switches';
import { nameOfWay } from './ways';

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
export function compileKernels(way: Way, { memory, threads }: KernelSpace): Kernels {
  const { precision, build, switches } = way;
  return wasmKernels({
    module: moduleOf(way),
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

/** Those that this process has compiled, by the names of their ways. */
const modules = new Map<string, WebAssembly.Module>();

/** The compiled kernels of a way, which may be made ready before there is anything to compute. */
export function moduleOf(way: Way): WebAssembly.Module {
  const name = nameOfWay(way);
  const made = modules.get(name) ?? compiled(way);
  modules.set(name, made);
  return made;
}

function compiled({ precision, build, switches }: Way): WebAssembly.Module {
  const bytes = readFileSync(kernelFile(buildFile(precision, build))!);
  return underSwitches(switchesOf({ build, switches }), switches.during, () => new WebAssembly.Module(bytes));
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
