import type { Kernels, Op } from '../kernels/kernels';
import { squaresOf } from './penalty';
import type { Plan } from './plan';

/** How far a gradient may go. */
export interface ClipSettings {
  /** Each number of it. */
  readonly value?: number;
  /** Its length, over all parameters together. */
  readonly norm?: number;
}

/** Ops that bring the gradients within bounds before they are used: first each number, then the whole. */
export function clippingOps(
  { parameters, at }: Plan,
  kernels: Kernels,
  { value, norm }: ClipSettings,
): readonly Op[] {
  const ops: Op[] = [];
  if (value !== undefined) {
    for (const { name, gradient } of parameters) {
      ops.push({
        call: 'clipValues',
        args: [gradient.data, value, at],
        reads: `d${name} between −${value} and ${value}`,
      });
    }
  }
  if (norm !== undefined) {
    const gradients = parameters.map(({ name, gradient }) => ({ name: `d${name}`, data: gradient.data }));
    const { ops: squares, sum } = squaresOf(kernels, gradients);
    ops.push(...squares, { call: 'clipFactor', args: [sum, norm, at], reads: `min(1, ${norm}/‖g‖)` });
  }
  return ops;
}
