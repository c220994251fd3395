import { philox } from '../../kernels/philox';
import { normalQuantile } from './normalQuantile';

/** Where a layer's draws have its place, those of augmentations have a number that no layer has. */
const ofAugmentations = 0xffffffff;

/** Between these the quantiles of the normal distribution are nearly straight lines; beyond, they are computed. */
const nodes = 1024;
const tail = 16;
let quantiles: Float64Array | undefined;

let normals: Float32Array | undefined;

/** The normal numbers in the middle of 65,536 parts that are as likely. */
function normalsOf16Bits(): Float32Array {
  normals ??= Float32Array.from({ length: 65_536 }, (_, k) => normalQuantile((k + 0.5) / 65_536));
  return normals;
}

/**
 * Numbers that depend on the seed, the epoch, the example and the place in the list of augmentations alone: a counter-based
 * generator (Philox) says where a fast one, sfc32 (Doty-Humphrey, PractRand), begins.
 */
export class Draws {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 0;

  constructor(private readonly seed: number) {
    quantiles ??= Float64Array.from({ length: nodes }, (_, k) =>
      k === 0 ? -Infinity : normalQuantile(k / nodes),
    );
  }

  begin(place: number, example: number, epoch: number): void {
    const [a, b, c, counter] = philox(
      [place, example, epoch >>> 0, Math.floor(epoch / 2 ** 32)],
      [this.seed, ofAugmentations],
    );
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    this.counter = counter | 0;
  }

  /** 32 bits, as a number from −2³¹. */
  private bits(): number {
    const { a, b, c } = this;
    const drawn = (a + b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn;
  }

  /** From 0 up to but not including 1. */
  uniform(): number {
    return (this.bits() >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number from 0 up to but not including `count`. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** Of the standard normal distribution. */
  normal(): number {
    const bits = this.bits() >>> 0;
    const k = bits >>> 22;
    if (k < tail || k >= nodes - tail) return normalQuantile((bits + 0.5) / 2 ** 32);
    const low = quantiles![k]!;
    return low + (quantiles![k + 1]! - low) * ((bits & 0x3fffff) / 0x400000);
  }

  /** Adds so many times a normal number to each value: of 65,536 different ones, two from 32 bits, which is quick for many. */
  addNormals(values: Float64Array, factor: number): void {
    const table = normalsOf16Bits();
    let { a, b, c, counter } = this;
    const even = values.length & ~1;
    for (let i = 0; i < values.length; i += 2) {
      const bits = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + bits) | 0;
      values[i]! += factor * table[bits >>> 16]!;
      if (i < even) values[i + 1]! += factor * table[bits & 0xffff]!;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
  }

  /** Of the gamma distribution with this shape (Marsaglia and Tsang, 2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }
}
