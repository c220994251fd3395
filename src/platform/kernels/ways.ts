import type { Precision } from '../../core/kernels/kernels';
import type { Way } from './compileKernels';
import { kernelBuilds } from './kernelBuilds';
import { switchSets } from './switches';

/** All ways to have kernels of a precision, the fastest first. */
export const waysOf = (precision: Precision): readonly Way[] =>
  kernelBuilds.flatMap(build => switchSets.map(switches => ({ precision, build, switches })));

/** The name under which a way is told to a process and kept: `float32 relaxed at-once`. */
export const nameOfWay = ({ precision, build, switches }: Way) =>
  `${precision} ${build.type} ${switches.type}`;

export const wayOf = (name: string): Way | undefined =>
  [...waysOf('float32'), ...waysOf('float64')].find(way => nameOfWay(way) === name);
