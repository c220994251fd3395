import { callOf } from '../../../src/core/kernels/interpreted';
import type { Op } from '../../../src/core/kernels/kernels';
import { isBatch, type Sum, sizeOf } from '../../../src/core/kernels/operands';

/** What of an op's operands doesn't fit together, in words: kernels don't look, and typed arrays would let it pass. */
export function misfit(op: Op): string | undefined {
  for (const sizes of callOf(op).fits(...op.args)) {
    if (sizes.some(size => size !== sizes[0])) return `${op.call}, ${op.reads}: ${sizes.join(' and ')}`;
  }
  for (const arg of op.args as readonly unknown[]) {
    if (!isSum(arg) || arg.data.length >= sizeOf(arg)) continue;
    return `${op.call}, ${op.reads}: ${sizeOf(arg)} values in ${arg.data.length}`;
  }
  return undefined;
}

const isSum = (arg: unknown): arg is Sum =>
  isBatch(arg) || (typeof arg === 'object' && arg !== null && 'rows' in arg);
