import type { Floats } from '../../kernels/kernels';
import { predictedClass } from './predictedClass';

/** Counts [true class][predicted class]. */
export type Confusion = readonly (readonly number[])[];

/** Counts examples of n outputs into a confusion, in place. */
export class ConfusionCount {
  readonly counts: readonly number[][];

  constructor(private readonly n: number) {
    const classes = n === 1 ? 2 : n;
    this.counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  }

  /** One example: its outputs in A and its labels in Y, both at `offset`. */
  add(A: Floats, Y: Floats, offset: number): void {
    this.counts[predictedClass(Y, offset, this.n)]![predictedClass(A, offset, this.n)]!++;
  }
}
