import type { Floats } from '../kernels/kernels';

/** Whether no value is NaN or infinite. */
export function allFinite(values: Floats): boolean {
  // 0 · x is 0 for every finite x and NaN for the others: one sum instead of a branch a value
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += 0 * values[i]!;
  return sum === 0;
}

/** The place of the first NaN or infinity among the first `length` values, or −1. */
export function firstNotFinite(values: Floats, length: number): number {
  for (let i = 0; i < length; i++) if (!Number.isFinite(values[i]!)) return i;
  return -1;
}
