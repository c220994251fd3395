import { ownCopy } from './ownCopy';

/** Cells kept of a column of any length. */
const most = 256;

/** Cells of a column at even distances: all of them while they are few, then every second, every fourth … */
export class CellSample {
  readonly cells: string[] = [];
  /** Every how many cells one is kept. */
  #stride = 1;
  #seen = 0;

  add(cell: string): void {
    if (this.#seen++ % this.#stride !== 0) return;
    if (this.cells.length === most) {
      for (let i = 0; i < most / 2; i++) this.cells[i] = this.cells[2 * i]!;
      this.cells.length = most / 2;
      this.#stride *= 2;
      if ((this.#seen - 1) % this.#stride !== 0) return;
    }
    this.cells.push(ownCopy(cell));
  }

  /** Whether they are all. */
  get whole(): boolean {
    return this.#stride === 1;
  }
}
