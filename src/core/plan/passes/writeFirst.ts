import type { Batch, Matrix, Op } from '../../kernels/kernels';
import type { Pass } from './pass';

type Sum = Batch | Matrix;

/** What a call adds to, and nothing else it does with them; all of it, so that writing leaves nothing behind. */
function targetsOf(op: Op): readonly Sum[] {
  switch (op.call) {
    case 'affineGradient':
      return op.args[3] ? [op.args[2], op.args[3]] : [op.args[2]];
    case 'affineInputGradient':
      return [op.args[2]];
    case 'sumExamples':
      return [op.args[1]];
    case 'accumulate':
      return [op.args[1]];
    case 'accumulateSlice':
      return [op.args[2]];
    default:
      return [];
  }
}

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
        cleared.set(op.args[0], i);
        return op;
      }
      const targets = targetsOf(op);
      const writes = targets.length > 0 && targets.every(target => cleared.has(target));
      if (writes) for (const target of targets) dropped.add(cleared.get(target)!);
      for (const arg of op.args as readonly unknown[]) cleared.delete(arg as Sum);
      return writes ? ({ ...op, args: [...op.args.slice(0, -1), false] } as unknown as Op) : op;
    });
    return rewritten.filter((_, i) => !dropped.has(i));
  },
};
