import { type Brightness, brightnessOf } from '../core/augmentations/picture/brightness';
import { pictureSize } from '../core/augmentations/picture/picture';
import type { Floats } from '../core/kernels/kernels';
import type { TargetEncoding } from '../core/losses/loss';
import { Random } from '../core/random';
import type { ChangeExample, Dataset, StoredInputs } from '../core/train/dataset';
import type { Numbers } from './arrays/numericArray';
import { DataError } from './dataError';
import { ReadAhead } from './rows/readAhead';
import { isInFile, type RowsInFile } from './rows/rowsInFile';
import type { Targets } from './targets';

/** The inputs of all examples as they were read, `(m, …)` example after example, or left in their file, and what is done to them on the way into a batch. */
export interface Inputs {
  readonly data: Numbers | RowsInFile;
  readonly shape: readonly number[];
  /** The names of the inputs, where they have any. */
  readonly names?: readonly string[];
  /** Which of them are numbers, where others stand for categories. */
  readonly amounts?: readonly boolean[];
  readonly scale: number;
  readonly standardise?: { readonly mean: Float64Array; readonly deviation: Float64Array };
  readonly normaliseRows: boolean;
}

/** An example as it was read, to be looked at: before scaling and standardising. */
export type ShownExample =
  | { readonly kind: 'row'; readonly names: readonly string[]; readonly values: readonly number[] }
  | {
      readonly kind: 'image';
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3;
      /** 0 to 255, row after row, the channels of a pixel together. */
      readonly pixels: readonly number[];
    };

/** Examples that are looked at where all else has to wait for the disk. */
const mostReadNow = 64;

/** Some of the examples that were read: the training set, the test set, or what is to be predicted. */
export class Examples implements Dataset {
  /** Numbers of an example. */
  private readonly width: number;
  /** Where the inputs are left in their file. */
  private readonly ahead: ReadAhead | undefined;
  /** There as well: others have nothing to wait for, and whoever asks can tell them by that. */
  readonly arriving?: NonNullable<Dataset['arriving']>;
  private foundBrightness: Brightness | undefined;

  constructor(
    readonly inputs: Inputs,
    private readonly goals: Targets,
    /** Which of the examples these are; all of them where it isn't said. */
    private readonly rows: Uint32Array | undefined,
    readonly m: number,
  ) {
    this.width = inputs.shape.reduce((product, size) => product * size, 1);
    if (!isInFile(inputs.data)) return;
    const ahead = new ReadAhead(inputs.data, index => this.rowOf(index));
    this.ahead = ahead;
    this.arriving = (indices, from, count) => ahead.arriving(indices, from, count);
  }

  get inputShape(): readonly number[] {
    return this.inputs.shape;
  }

  get amounts() {
    return this.inputs.amounts;
  }

  get targets() {
    return this.goals.facts;
  }

  get targetUnits() {
    return this.goals.standardise;
  }

  get stored(): StoredInputs | undefined {
    const { data, scale, standardise, normaliseRows } = this.inputs;
    if (normaliseRows || isInFile(data) || data instanceof Uint32Array) return undefined;
    return { data, rows: this.rows, scale, mean: standardise?.mean, deviation: standardise?.deviation };
  }

  /** Worked out when it is asked for: all examples are looked at, or some, where they are left in their file. */
  get brightness(): Brightness | undefined {
    if (!pictureSize(this.inputs.shape)) return undefined;
    this.foundBrightness ??= brightnessOf({ ...this.valueRange(), scale: this.inputs.scale });
    return this.foundBrightness;
  }

  private valueRange() {
    const { data } = this.inputs;
    const { width } = this;
    let [least, most, bytes] = [Infinity, -Infinity, false];
    const look = (values: Numbers, from: number, to: number) => {
      bytes = values instanceof Uint8Array;
      for (let i = from; i < to; i++) {
        const value = values[i]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    };
    const exact = !isInFile(data) || this.m <= mostReadNow;
    if (isInFile(data))
      for (const index of exact ? Array(this.m).keys() : drawn(this.m, mostReadNow))
        look(data.readNow(this.rowOf(index)), 0, width);
    else if (!this.rows) look(data, 0, this.m * width);
    else for (const row of this.rows) look(data, row * width, (row + 1) * width);
    return { least, most, exact, bytes };
  }

  /**
   * These, or, where inputs are left in their file and would take long to be gone through, `most` of them, as `drawn`.
   */
  sample(most: number): Examples {
    return this.ahead ? this.drawn(most) : this;
  }

  /** These, or, where there are more than `most`, so many of them: always the same ones, drawn at random. */
  drawn(most: number): Examples {
    if (this.m <= most) return this;
    const rows = drawn(this.m, most).map(index => this.rowOf(index));
    return new Examples(this.inputs, this.goals, rows.sort(), most);
  }

  gatherInputs(indices: Uint32Array, from: number, count: number, X: Floats, change?: ChangeExample): void {
    const { data } = this.inputs;
    const width = this.width;
    const take = (rows: Numbers, at: number, i: number) => {
      const changed = change?.(indices[from + i]!, rows, at);
      if (changed) this.convert(changed, 0, X, i * width);
      else this.convert(rows, at, X, i * width);
    };
    if (isInFile(data)) this.ahead!.each(indices, from, count, take);
    else for (let i = 0; i < count; i++) take(data, this.rowOf(indices[from + i]!) * width, i);
  }

  /** Writes the example that begins at `source` into X, converted, scaled and standardised. */
  private convert(data: Numbers, source: number, X: Floats, target: number): void {
    const { scale, standardise, normaliseRows } = this.inputs;
    const width = this.width;
    if (standardise) {
      const { mean, deviation } = standardise;
      for (let j = 0; j < width; j++) X[target + j] = (data[source + j]! / scale - mean[j]!) / deviation[j]!;
    } else if (scale !== 1) {
      for (let j = 0; j < width; j++) X[target + j] = data[source + j]! / scale;
    } else {
      for (let j = 0; j < width; j++) X[target + j] = data[source + j]!;
    }
    if (normaliseRows) normalise(X, target, width);
  }

  gatherTargets(
    indices: Uint32Array,
    from: number,
    count: number,
    encoding: TargetEncoding,
    n: number,
    Y: Floats,
  ): void {
    const { facts, data, values, standardise, itself } = this.goals;
    if (itself) {
      if (facts.n !== n) throw this.unsuited(n);
      this.gatherInputs(indices, from, count, Y);
      return;
    }
    const units = encoding === 'numbers' ? standardise : undefined;
    // before it is rounded to the precision of the batch
    const inUnits = (y: number, j: number) => (units ? (y - units.mean[j]!) / units.deviation[j]! : y);
    // one row a class is zero but for its class
    Y.fill(0, 0, count * n);
    for (let i = 0; i < count; i++) {
      const row = this.rowOf(indices[from + i]!);
      if (facts.steps !== undefined) {
        const { steps, classes } = facts;
        const width = classes!.length;
        if (n !== steps * width) throw this.unsuited(n);
        for (let t = 0; t < steps; t++) Y[i * n + t * width + data[row * steps + t]!] = 1;
      } else if (facts.n === n && n > 1) {
        for (let j = 0; j < n; j++) Y[i * n + j] = inUnits(data[row * n + j]!, j);
      } else if (facts.n === 1 && n === 1) {
        const value = data[row]!;
        Y[i] = inUnits(encoding === 'numbers' && values ? values[value]! : value, 0);
      } else if (facts.n === 1 && facts.classes?.length === n) {
        Y[i * n + data[row]!] = 1;
      } else if (facts.oneHot && facts.n === 2 && n === 1) {
        Y[i] = data[row * 2 + 1]!;
      } else {
        throw this.unsuited(n);
      }
    }
  }

  /**
   * The input of an example as it was read, or as it is changed then. Where it isn't said what white is, a picture without
   * a value above 1 goes to 1, and others to 255.
   */
  shown(index: number, change?: ChangeExample, white?: number): ShownExample {
    const { data, shape, names } = this.inputs;
    const row = this.rowOf(index);
    const { width } = this;
    const stored = isInFile(data) ? data.readNow(row) : data.subarray(row * width, (row + 1) * width);
    const values = Array.from(change?.(index, stored, 0) ?? stored);
    const picture = pictureShape(shape);
    if (!picture) return { kind: 'row', names: names ?? values.map((_, j) => `x${j + 1}`), values };
    const largest = (stored as Float64Array).reduce((a, b) => Math.max(a, b), 0);
    const isShare = largest <= 1 && !(stored instanceof Uint8Array);
    const bytes = 255 / (white ?? (isShare ? 1 : 255));
    return {
      kind: 'image',
      ...picture,
      pixels: values.map(value => Math.min(255, Math.max(0, Math.round(value * bytes)))),
    };
  }

  /** The class, or the values, that an example has in the data; undefined where that isn't known. */
  truth(index: number): string | undefined {
    const { facts, data } = this.goals;
    if (data.length === 0) return undefined;
    const row = this.rowOf(index);
    const values = Array.from(data.subarray(row * facts.n, row * facts.n + facts.n));
    if (values.some(Number.isNaN)) return undefined;
    if (facts.oneHot) return facts.classes?.[values.indexOf(1)];
    // what the last step says is what comes next
    if (facts.steps !== undefined) return facts.classes![values.at(-1)!];
    if (facts.classes && facts.n === 1) return facts.classes[values[0]!];
    return values.join(', ');
  }

  private rowOf(index: number): number {
    return this.rows ? this.rows[index]! : index;
  }

  private unsuited(n: number): DataError {
    const { facts } = this.goals;
    const has = facts.classes ? `${facts.classes.length} classes` : `${facts.n} values an example`;
    return new DataError(`The labels have ${has}, which can't be compared with ${n} outputs.`, {
      code: 'length-mismatch',
    });
  }
}

/** Height, width and channels, where an example is a picture: `(h, w)`, `(h, w, 1)` or `(h, w, 3)`. */
export function pictureShape(
  shape: readonly number[],
): { height: number; width: number; channels: 1 | 3 } | undefined {
  const [height, width, channels = 1] = shape;
  if (shape.length < 2 || shape.length > 3 || !height || !width || (channels !== 1 && channels !== 3))
    return undefined;
  return { height, width, channels };
}

/** `count` different numbers below m, with a fixed seed (Floyd's algorithm: Bentley and Floyd, 1987). */
function drawn(m: number, count: number): Uint32Array {
  const random = new Random(1);
  const found = new Set<number>();
  for (let last = m - count; last < m; last++) {
    const number = random.randint(0, last + 1);
    found.add(found.has(number) ? last : number);
  }
  return Uint32Array.from(found);
}

/** x becomes x / ‖x‖; a row of zeros stays. */
function normalise(X: Floats, from: number, width: number): void {
  let squared = 0;
  for (let j = from; j < from + width; j++) squared += X[j]! * X[j]!;
  if (squared === 0) return;
  const length = Math.sqrt(squared);
  for (let j = from; j < from + width; j++) X[j] = X[j]! / length;
}
