import type { Way } from './compileKernels';
import { exactBuild, type KernelKind, kernelBuilds } from './kernelBuilds';
import { switchSets } from './switches';

const kinds: readonly KernelKind[] = ['float32', 'float64', 'exact'];

/** All ways to have kernels of a kind, the fastest first. */
export function waysOf(kind: KernelKind): readonly Way[] {
  if (kind !== 'exact') {
    return kernelBuilds.flatMap(build => switchSets.map(switches => ({ precision: kind, build, switches })));
  }
  // pairs are for large products
  return switchSets
    .filter(({ pairs }) => !pairs)
    .map(switches => ({ precision: 'float64', build: exactBuild, switches }));
}

/** The name under which a way is told to a process and kept: `float32 relaxed at-once`. */
export const nameOfWay = ({ precision, build, switches }: Way) =>
  `${precision} ${build.type} ${switches.type}`;

export const wayOf = (name: string): Way | undefined =>
  kinds.flatMap(waysOf).find(way => nameOfWay(way) === name);
