import { allocate, type Numbers } from '../arrays/numericArray';
import { unknown } from './vocabulary';

/** Examples of a text: `length` indices each, and the index of the token that comes next. */
export interface Windows {
  readonly m: number;
  /** `(m, length)`. */
  readonly inputs: Numbers;
  readonly next: Numbers;
  /** How many were left out because a token of theirs isn't in the vocabulary. */
  readonly leftOut: number;
}

/** Every run of `length` tokens with the one behind it, in the order of the text; each holds only what is in the vocabulary. */
export function windowsOf(indices: Uint32Array, length: number, vocabulary: number, name: string): Windows {
  const starts = startsOf(indices, length);
  const all = Math.max(0, indices.length - length);
  const Type = vocabulary <= 256 ? Uint8Array : Uint16Array;
  const inputs = allocate<Uint8Array | Uint16Array>(Type, starts.length * length, name);
  const next = allocate<Uint8Array | Uint16Array>(Type, starts.length, name);
  for (const [i, start] of starts.entries()) {
    for (let t = 0; t < length; t++) inputs[i * length + t] = indices[start + t]!;
    next[i] = indices[start + length]!;
  }
  return { m: starts.length, inputs, next, leftOut: all - starts.length };
}

/** Where a run of length + 1 begins that holds nothing unknown. */
export function startsOf(indices: Uint32Array, length: number): number[] {
  const starts: number[] = [];
  let known = 0;
  for (let i = 0; i < indices.length; i++) {
    known = indices[i] === unknown ? 0 : known + 1;
    if (known > length) starts.push(i - length);
  }
  return starts;
}
