import type { Slot } from '../call';
import { callOf } from '../interpreted';
import type { Op } from '../kernels';
import { callCodes } from './codes';

/** A call as a program holds it. */
export interface Encoded {
  readonly opcode: number;
  readonly slots: readonly Slot[];
  /** Floating-point operations for each example. */
  readonly work: number;
}

/** An op for `src/wasm/program.ts`; undefined where the kernels there don't know it. */
export function encode(op: Op): Encoded | undefined {
  const call = callOf(op);
  const slots = call.slots?.(...op.args);
  if (!slots) return undefined;
  return { opcode: callCodes[call.name]!, slots, work: call.work?.(...op.args) ?? 0 };
}
