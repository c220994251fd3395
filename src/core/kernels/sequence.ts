import type { Batch, Matrix } from './operands';

/**
 * Sizes of cases for what goes step by step, examples, steps and units: single ones, units beside whole vectors, more
 * examples than a tile has rows, and recurrent weights of more than one block.
 */
export const sequenceSizes = [
  [1, 1, 1],
  [2, 3, 4],
  [7, 4, 5],
  [13, 2, 16],
  [3, 5, 33],
  [5, 2, 70],
] as const;

/** The step that is taken as the k-th of T: from the last to the first where it goes `backwards`. */
export function stepAt(k: number, steps: number, backwards: boolean): number {
  return backwards ? steps - 1 - k : k;
}

/** z += W·a, for z and a that begin at `to` and `from`. */
export function addProduct({ rows, columns, data }: Matrix, a: Batch, from: number, z: Batch, to: number) {
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += data[i * columns + j]! * a.data[from + j]!;
    z.data[to + i]! += sum;
  }
}

/** da = Wᵀ·dz, or added. */
export function transposedProduct(
  { rows, columns, data }: Matrix,
  dz: Batch,
  from: number,
  da: Batch,
  to: number,
  add: boolean,
) {
  for (let j = 0; j < columns; j++) {
    let sum = add ? da.data[to + j]! : 0;
    for (let i = 0; i < rows; i++) sum += data[i * columns + j]! * dz.data[from + i]!;
    da.data[to + j] = sum;
  }
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** The gradient of what step t gave from outside, at unit j of example i: dA holds all steps or only that taken last. */
export function givenGradient(dA: Batch, i: number, t: number, j: number, units: number, last: boolean) {
  if (dA.n !== units) return dA.data[i * dA.n + t * units + j]!;
  return last ? dA.data[i * units + j]! : 0;
}

/** Writes what unit j of step k gave to where it is asked for: to A, all of it or the last, and to what the next step begins with. */
export function giveOn(
  a: number,
  { P, A, units, steps, backwards }: Sequence,
  i: number,
  k: number,
  j: number,
): void {
  if (A.n !== units) A.data[i * A.n + stepAt(k, steps, backwards) * units + j] = a;
  else if (k === steps - 1) A.data[i * units + j] = a;
  if (k < steps - 1) P.data[i * P.n + stepAt(k + 1, steps, backwards) * units + j] = a;
}

export interface Sequence {
  readonly P: Batch;
  readonly A: Batch;
  readonly units: number;
  readonly steps: number;
  readonly backwards: boolean;
}
