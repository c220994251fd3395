import { availableParallelism } from 'node:os';
import type { Kernels } from '../../core/kernels/kernels';
import { referenceKernels } from '../../core/kernels/reference';
import { wordsOfWay } from './chooseWay';
import { chosenWay } from './chosenWay';
import { compileKernels, moduleOf, sharedMemory } from './compileKernels';
import type { KeptWay } from './keptWay';
import { type KernelKind, kernelBuilds } from './kernelBuilds';
import { kernelFile } from './kernelFile';
import { v8Version } from './v8Version';

export interface KernelChoice {
  readonly kind: KernelKind;
  /** At most so many threads; as many as there are processors where it isn't said. */
  readonly threads?: number;
  /** Asked while kernels are tried: where it is true, `nodeKernels` rejects with `Cancelled`. */
  readonly cancelled?: () => boolean;
}

export interface ChosenKernels {
  readonly kernels: Kernels;
  /** Why these, a sentence each: what was chosen, and then what was tried before it and failed. */
  readonly reasons: readonly string[];
}

/** More threads would wait for each other rather than compute. */
const mostThreads = 8;

/**
 * The fastest kernels that this process can run: WebAssembly with relaxed SIMD, with plain SIMD, or, where there is no
 * SIMD or no shared memory, or where nothing else works, the reference kernels on one thread. What works is tried first
 * in a process of its own, once for each version of V8: docs/decisions/0016.
 */
export async function nodeKernels({
  kind,
  threads = availableParallelism(),
  cancelled,
}: KernelChoice): Promise<ChosenKernels> {
  const precision = kind === 'exact' ? 'float64' : kind;
  const reference = (...reasons: readonly string[]) => ({ kernels: referenceKernels(precision), reasons });
  if (process.env.LAYERWISE_ENGINE === 'plain') return reference('The plain engine was asked for.');
  const memory = memoryHere();
  if (typeof memory === 'string') return reference(memory);
  const chosen = await chosenWay(kind, cancelled);
  const reasons = reasonsOf(chosen);
  if (!chosen.way) return reference(...reasons);
  const space = { memory, threads: Math.max(1, Math.min(threads, mostThreads)) };
  return { kernels: compileKernels(chosen.way, space), reasons };
}

/** Finds out which kernels these will be and compiles them, so that who waits for them later doesn't. */
export async function readyKernels(kind: KernelKind): Promise<void> {
  if (process.env.LAYERWISE_ENGINE === 'plain' || typeof memoryHere() === 'string') return;
  const { way } = await chosenWay(kind);
  if (way) moduleOf(way);
}

/** A memory for kernels, or a sentence that says why this process can't have any. */
function memoryHere(): WebAssembly.Memory | string {
  if (typeof WebAssembly === 'undefined') return 'This process has no WebAssembly.';
  if (typeof SharedArrayBuffer === 'undefined') return 'This process has no shared memory.';
  if (!kernelFile('kernels.float32.plain.wasm')) return 'The files of the kernels are missing.';
  if (!WebAssembly.validate(kernelBuilds.at(-1)!.sample)) return `${v8Version()} has no SIMD.`;
  try {
    return sharedMemory();
  } catch (error) {
    if (error instanceof RangeError) return 'This process may not have so many addresses.';
    throw error;
  }
}

function reasonsOf({ way, share, failures, tried, day }: KeptWay): string[] {
  const version = v8Version();
  if (!way) return [`On ${version} no kernels in WebAssembly work, as was tried on ${day}.`, ...failures];
  if (!tried) return [`On ${version} ${wordsOfWay(way)}, without a trial.`, ...failures];
  const gave = `gave the reference kernels’ numbers on ${version} in a trial of ${day}`;
  const quicker =
    share === undefined
      ? []
      : [
          `Products of wide tiles, whose pairs of vectors V8 packs, took ${share} of the time of others there.`,
        ];
  return [`${wordsOfWay(way)} (${way.switches.title}) ${gave}.`, ...quicker, ...failures];
}
