import type { CallDefinition } from './call';
import { calls } from './calls/all';
import type { Calls, Op, Program } from './kernels';

/** What an op calls. */
export function callOf(op: Op): CallDefinition {
  // TypeScript can't see that `args` belongs to the same member of the union as `call`
  return calls[op.call] as unknown as CallDefinition;
}

/** A program that makes its calls one by one. */
export function interpreted(ops: readonly Op[], calls: Calls): Program {
  return {
    run(_m, times = 1) {
      for (let i = 0; i < times; i++) for (const op of ops) makeCall(op, calls);
    },
  };
}

export function makeCall(op: Op, calls: Calls): void {
  const call = calls[op.call] as (...args: readonly unknown[]) => void;
  call(...op.args);
}
