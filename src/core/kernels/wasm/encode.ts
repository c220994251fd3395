import type { Slot } from '../call';
import { callOf } from '../interpreted';
import type { Op } from '../kernels';
import { isBatch, rowsPerExample } from '../operands';
import { callCodes } from './codes';

/** A call as a program holds it. */
export interface Encoded {
  readonly opcode: number;
  readonly slots: readonly Slot[];
  /** How many rows it takes for each example, where its batches are views: all have as many. */
  readonly rows: number;
  /** Floating-point operations for each example. */
  readonly work: number;
}

/** An op for `src/wasm/program.ts`; undefined where the kernels there don't know it. */
export function encode(op: Op): Encoded | undefined {
  const call = callOf(op);
  const slots = call.slots?.(...op.args);
  if (!slots) return undefined;
  const [rows = 1, ...others] = (op.args as readonly unknown[]).filter(isBatch).map(rowsPerExample);
  if (others.some(other => other !== rows)) throw new Error(`${op.call} takes ${rows} and ${others} rows.`);
  return { opcode: callCodes[call.name]!, rows, slots, work: rows * (call.work?.(...op.args) ?? 0) };
}
