import { calls } from '../../../src/core/kernels/calls/all';
import { interpreted } from '../../../src/core/kernels/interpreted';
import type { Calls, Kernels, Op, Precision } from '../../../src/core/kernels/kernels';
import { referenceCalls, referenceKernels } from '../../../src/core/kernels/reference';
import { misfit } from './misfit';

/** The reference kernels, which refuse operands whose shapes don't fit: typed arrays would let them pass. */
export function strictKernels(precision: Precision): Kernels {
  const strict = Object.fromEntries(
    Object.keys(calls).map(call => [
      call,
      (...args: readonly unknown[]) => {
        const fault = misfit({ call, args, reads: '' } as unknown as Op);
        if (fault) throw new Error(fault);
        (referenceCalls[call as keyof Calls] as (...args: readonly unknown[]) => void)(...args);
      },
    ]),
  ) as unknown as Calls;
  return { ...referenceKernels(precision), ...strict, compile: ops => interpreted(ops, strict) };
}
