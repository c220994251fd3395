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

/** A text with memory of its own: a cell is a window into the megabyte it was cut from, and would keep all of that. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}
