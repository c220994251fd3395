import { roundedLog } from './roundedLog';

const stateLength = 624;
/** Swaps of a shuffle that take a few milliseconds. */
const swapsAtOnce = 100_000;

/**
 * NumPy's legacy generator, `np.random.RandomState`: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998)
 * with the draws of `np.random.seed`, `rand`, `randn`, `uniform`, `randint`, `shuffle` and `permutation`. The same
 * seed and the same calls give the same numbers.
 */
export class Random {
  private readonly state = new Uint32Array(stateLength);
  private position = stateLength;
  /** The polar method makes two normal numbers at a time; the second waits here. */
  private spare = 0;
  private hasSpare = false;

  /** As `np.random.seed(seed)`: a whole number from 0 to 2³² − 1, or an array of them. */
  constructor(seed: number | readonly number[]) {
    if (typeof seed === 'number') this.seedWithNumber(seed);
    else this.seedWithArray(seed);
  }

  /** A number from 0 up to but not including 1, with 53 random bits. */
  rand(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** A number of the standard normal distribution, by Marsaglia's polar method. */
  randn(): number {
    if (this.hasSpare) {
      this.hasSpare = false;
      return this.spare;
    }
    let x1: number;
    let x2: number;
    let squared: number;
    do {
      x1 = 2 * this.rand() - 1;
      x2 = 2 * this.rand() - 1;
      squared = x1 * x1 + x2 * x2;
    } while (squared >= 1 || squared === 0);
    const factor = Math.sqrt((-2 * roundedLog(squared)) / squared);
    this.spare = factor * x1;
    this.hasSpare = true;
    return factor * x2;
  }

  uniform(low: number, high: number): number {
    return low + (high - low) * this.rand();
  }

  /** A whole number from `low` up to but not including `high`. */
  randint(low: number, high: number): number {
    return low + this.upTo(high - low - 1);
  }

  /** Puts the values in a random order, in place (Fisher and Yates, from the end). */
  shuffle(values: { readonly length: number; [index: number]: number }): void {
    this.shufflePart(values, values.length - 1, 0);
  }

  /** Its swaps from place `last` down to, but without, place `end`. */
  private shufflePart(values: { [index: number]: number }, last: number, end: number): void {
    for (let i = last; i > end; i--) {
      const j = this.upTo(i);
      const value = values[i]!;
      values[i] = values[j]!;
      values[j] = value;
    }
  }

  /** 0 … n − 1 in a random order. */
  permutation(n: number): Uint32Array {
    const work = this.permuting(n);
    let piece = work.next();
    while (!piece.done) piece = work.next();
    return piece.value;
  }

  /** The same piece by piece: millions take a second. */
  *permuting(n: number): Generator<undefined, Uint32Array> {
    const order = new Uint32Array(n);
    for (let i = 0; i < n; i++) order[i] = i;
    for (let last = n - 1; last > 0; last -= swapsAtOnce) {
      if (last < n - 1) yield;
      this.shufflePart(order, last, Math.max(0, last - swapsAtOnce));
    }
    return order;
  }

  /** A whole number from 0 to `largest`: draws with the bits it needs until one fits. */
  private upTo(largest: number): number {
    if (largest === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(largest);
    let value: number;
    do value = (this.nextUint32() & mask) >>> 0;
    while (value > largest);
    return value;
  }

  private nextUint32(): number {
    if (this.position === stateLength) this.twist();
    let y = this.state[this.position++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  private twist(): void {
    const { state } = this;
    const last = stateLength - 1;
    let i = 0;
    // place i + 397 begins again at the front
    for (; i < stateLength - 397; i++) state[i] = state[i + 397]! ^ twisted(state[i]!, state[i + 1]!);
    for (; i < last; i++) state[i] = state[i + 397 - stateLength]! ^ twisted(state[i]!, state[i + 1]!);
    state[last] = state[396]! ^ twisted(state[last]!, state[0]!);
    this.position = 0;
  }

  private seedWithNumber(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < stateLength; i++) {
      state[i] = Math.imul(1812433253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i;
    }
    this.position = stateLength;
  }

  private seedWithArray(key: readonly number[]): void {
    this.seedWithNumber(19650218);
    const { state } = this;
    let i = 1;
    const next = () => {
      if (++i === stateLength) {
        state[0] = state[stateLength - 1]!;
        i = 1;
      }
    };
    for (let k = 0; k < Math.max(stateLength, key.length); k++) {
      const j = k % key.length;
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      next();
    }
    for (let k = 0; k < stateLength - 1; k++) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1566083941)) - i;
      next();
    }
    state[0] = 0x80000000;
  }
}

/** The highest bit of one word and the others of the next, times the matrix. */
function twisted(word: number, next: number): number {
  const y = (word & 0x80000000) | (next & 0x7fffffff);
  // without a branch, which would be guessed wrong every second time
  return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
}
