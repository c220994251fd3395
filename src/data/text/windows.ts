import { allocate, type Numbers } from '../arrays/numericArray';
import { unknown } from './vocabulary';

/** How examples are cut out of a text. */
export interface Cut {
  /** Tokens of an example. */
  readonly length: number;
  /** How many tokens further the next one begins. */
  readonly stride: number;
  /** Whether the token behind each of them is learnt, not behind the last alone. */
  readonly every: boolean;
}

/** Examples of a text: `length` indices each, and the indices of the tokens that come next. */
export interface Windows {
  readonly m: number;
  /** `(m, length)`. */
  readonly inputs: Numbers;
  /** `(m,)`, or `(m, length)` where every step is learnt. */
  readonly next: Numbers;
}

/** Runs of `length` tokens with the one behind them, in the order of the text; each holds only what is in the vocabulary. */
export function windowsOf(indices: Uint32Array, cut: Cut, vocabulary: number, name: string): Windows {
  const { length, every } = cut;
  const starts = startsOf(indices, cut);
  const labels = every ? length : 1;
  const Type = vocabulary <= 256 ? Uint8Array : Uint16Array;
  const inputs = allocate<Uint8Array | Uint16Array>(Type, starts.length * length, name);
  const next = allocate<Uint8Array | Uint16Array>(Type, starts.length * labels, name);
  for (const [i, start] of starts.entries()) {
    for (let t = 0; t < length; t++) inputs[i * length + t] = indices[start + t]!;
    for (let t = 1; t <= labels; t++) next[i * labels + t - 1] = indices[start + length - labels + t]!;
  }
  return { m: starts.length, inputs, next };
}

/** Where a run of length + 1 begins that holds nothing unknown: the first, and then those at least a stride further. */
export function startsOf(indices: Uint32Array, { length, stride }: Omit<Cut, 'every'>): number[] {
  const starts: number[] = [];
  let known = 0;
  let free = 0;
  for (let i = 0; i < indices.length; i++) {
    known = indices[i] === unknown ? 0 : known + 1;
    const start = i - length;
    if (known <= length || start < free) continue;
    starts.push(start);
    free = start + stride;
  }
  return starts;
}

/** How many there would be if all tokens were known. */
export function mostStarts(tokens: number, { length, stride }: Omit<Cut, 'every'>): number {
  return Math.max(0, Math.floor((tokens - length - 1) / stride) + 1);
}
