import type { Numbers } from './arrays/numericArray';
import { DataError } from './dataError';
import type { Preprocessing } from './preprocessing';
import { type Reading, report } from './reading';
import { isInFile, type RowsInFile, range } from './rows/rowsInFile';

/** Numbers that are gone through together. */
const blockLength = 2 ** 18;
/** What rounding can leave between two that were equal, as a share of them: eight units in the last place. */
const rounding = 2 ** -49;

export interface Standardising {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** All rows of the data, of which `rows` (all where it isn't said) are learnt from. */
export interface LearningRows {
  readonly data: Numbers | RowsInFile;
  readonly width: number;
  /** How many rows there are in all. */
  readonly m: number;
  readonly rows: Uint32Array | undefined;
}

/**
 * Mean and standard deviation of each input over the training rows (as `np.mean` and `np.std`), after scaling. An
 * input that never changes has deviation 1, so that it is only centred.
 *
 * All is measured from the first row, so that the sums of large numbers that hardly differ aren't rounded away. In one pass over the rows as they lie, since a file may hold them: block by block, and the blocks put together (Chan,
 * Golub and LeVeque, 1979).
 */
export async function meanAndDeviation(
  learning: LearningRows,
  scale: number,
  reading?: Reading,
): Promise<Standardising> {
  const { width, m } = learning;
  const isLearnt = membersOf(learning);
  const mean = new Float64Array(width);
  const squares = new Float64Array(width);
  const origin = new Float64Array(width);
  const least = new Float64Array(width);
  const most = new Float64Array(width);
  const blockMean = new Float64Array(width);
  const blockSquares = new Float64Array(width);
  const scaled = new Float64Array(Math.max(blockLength, width));
  let count = 0;
  for await (const { data, from, to } of blocksOf(learning)) {
    let members = 0;
    for (let row = from; row < to; row++) {
      if (isLearnt && !isLearnt[row]) continue;
      const at = (row - from) * width;
      if (count + members === 0) for (let j = 0; j < width; j++) origin[j] = data[at + j]! / scale;
      scaleInto(scaled, members++ * width, data, at, origin, scale);
    }
    if (members > 0) {
      widen(scaled, members, least, most);
      meanOf(scaled, members, blockMean);
      squaresOf(scaled, members, blockMean, blockSquares);
      const whole = count + members;
      for (let j = 0; j < width; j++) {
        const apart = blockMean[j]! - mean[j]!;
        mean[j] = mean[j]! + (apart * members) / whole;
        squares[j] = squares[j]! + blockSquares[j]! + (apart * apart * count * members) / whole;
      }
      count = whole;
    }
    report(reading, to / m);
  }
  const deviation = squares.map((sum, j) => {
    const size = Math.abs(origin[j]!);
    const isConstant = most[j]! - least[j]! <= rounding * size;
    return isConstant ? 1 : Math.sqrt(sum / count);
  });
  return { mean: mean.map((apart, j) => origin[j]! + apart), deviation };
}

function scaleInto(
  scaled: Float64Array,
  to: number,
  data: Numbers,
  from: number,
  origin: Float64Array,
  scale: number,
): void {
  for (let j = 0; j < origin.length; j++) scaled[to + j] = data[from + j]! / scale - origin[j]!;
}

/** Takes the first m rows of x into the range of each input, which holds 0 from the first row on. */
function widen(x: Float64Array, m: number, least: Float64Array, most: Float64Array): void {
  const width = least.length;
  for (let at = 0; at < m * width; at += width) {
    for (let j = 0; j < width; j++) {
      const value = x[at + j]!;
      if (value < least[j]!) least[j] = value;
      if (value > most[j]!) most[j] = value;
    }
  }
}

/** Of the first m rows of x. */
function meanOf(x: Float64Array, m: number, mean: Float64Array): void {
  const width = mean.length;
  mean.fill(0);
  for (let at = 0; at < m * width; at += width)
    for (let j = 0; j < width; j++) mean[j] = mean[j]! + x[at + j]!;
  for (let j = 0; j < width; j++) mean[j] = mean[j]! / m;
}

/** Σ (x − mean)² over them. */
function squaresOf(x: Float64Array, m: number, mean: Float64Array, squares: Float64Array): void {
  const width = mean.length;
  squares.fill(0);
  for (let at = 0; at < m * width; at += width) {
    for (let j = 0; j < width; j++) {
      const apart = x[at + j]! - mean[j]!;
      squares[j] = squares[j]! + apart * apart;
    }
  }
}

/** For each row whether it is learnt from; undefined where all are. */
function membersOf({ rows, m }: LearningRows): Uint8Array | undefined {
  if (!rows) return undefined;
  const members = new Uint8Array(m);
  for (let i = 0; i < rows.length; i++) members[rows[i]!] = 1;
  return members;
}

/** The rows as they lie, some at a time; those of a file are read one block ahead. */
async function* blocksOf({ data, width, m }: LearningRows) {
  const most = Math.max(1, Math.floor(blockLength / width));
  const begin = (from: number) => {
    const to = Math.min(m, from + most);
    if (!isInFile(data)) return { from, to, data: data.subarray(from * width, to * width) };
    const rows = data.read(range(from, to));
    rows.catch(() => {});
    return { from, to, data: rows };
  };
  let next = begin(0);
  while (next.from < m) {
    const { from, to, data } = next;
    const numbers = await data;
    next = to < m ? begin(to) : { ...next, from: m };
    yield { from, to, data: numbers };
  }
}

/** The same as a training has kept them; undefined where it standardised nothing. */
/** Throws where numbers are so large that their squares have no double: nothing could be computed with them. */
export function checkStandardising({ mean, deviation }: Standardising, nameOf: (j: number) => string): void {
  const j = deviation.findIndex((one, i) => !Number.isFinite(one) || !Number.isFinite(mean[i]!));
  if (j < 0) return;
  throw new DataError(
    `${nameOf(j)} holds numbers so large, such as about ${Number(mean[j]!.toPrecision(3))}, that their standard deviation can’t be computed. Correct them, or say "scale" to divide by.`,
    { code: 'not-finite' },
  );
}

export function keptStandardising(kept: Preprocessing['standardise']): Standardising | undefined {
  return (
    kept && {
      mean: Float64Array.from(kept.mean),
      deviation: Float64Array.from(kept.deviation),
    }
  );
}
