import type { Calls, Op, Program } from './kernels';

/** A program that makes its calls one by one. */
export function interpreted(ops: readonly Op[], calls: Calls): Program {
  return {
    run(_m, times = 1) {
      for (let i = 0; i < times; i++) for (const op of ops) makeCall(op, calls);
    },
  };
}

export function makeCall(op: Op, calls: Calls): void {
  // TypeScript can't see that `args` belongs to the same member of the union as `call`
  const call = calls[op.call] as (...args: readonly unknown[]) => void;
  call(...op.args);
}
