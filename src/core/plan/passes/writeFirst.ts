import { callOf } from '../../kernels/interpreted';
import type { Op } from '../../kernels/kernels';
import { owner, type Sum } from '../../kernels/operands';
import type { Pass } from './pass';

/**
 * A sum that is cleared and then added to is written by its first term instead: dW = dZ·Xᵀ and not dW = 0, dW += …
 * The memory is passed over once instead of three times.
 */
export const writeFirst: Pass = {
  name: 'write-first',
  words: 'first terms written, not added',
  rewrite(ops) {
    const cleared = new Map<Sum, number>();
    const dropped = new Set<number>();
    const rewritten = ops.map((op, i): Op => {
      if (op.call === 'clear') {
        cleared.set(owner(op.args[0]), i);
        return op;
      }
      const targets = (callOf(op).adds?.(...op.args) ?? []).map(owner);
      const writes = targets.length > 0 && targets.every(target => cleared.has(target));
      if (writes) for (const target of targets) dropped.add(cleared.get(target)!);
      for (const arg of op.args as readonly unknown[]) cleared.delete(owner(arg) as Sum);
      return writes ? ({ ...op, args: [...op.args.slice(0, -1), false] } as unknown as Op) : op;
    });
    return rewritten.filter((_, i) => !dropped.has(i));
  },
};
