import { isMissing, numberOf } from './cell';
import { CellSample } from './cellSample';

/** Different texts of a column that are remembered; a column with more isn't one of categories. */
export const distinctLimit = 1000;

/** What a first pass over a table finds out about a column, cell by cell, in bounded memory. */
export class ColumnScan {
  readonly sample = new CellSample();
  missing = 0;
  numbers = 0;
  /** Whether all numbers are whole. */
  whole = true;
  /** Whether each number is one more than the one before, as in a column that counts the rows. */
  counts = true;
  /** The first cell that is neither missing nor a number. */
  firstText: { readonly cell: string; readonly place: string } | undefined;
  /** How often each different cell comes, in order of appearance; undefined where there are too many. */
  distinct: Map<string, number> | undefined = new Map();
  private previous: number | undefined;

  constructor(
    readonly name: string,
    private readonly file: string,
  ) {}

  add(cell: string, line: number): void {
    this.sample.add(cell);
    const value = numberOf(cell);
    if (Number.isNaN(value)) {
      if (isMissing(cell)) {
        this.missing++;
        return;
      }
      this.firstText ??= { cell, place: `${this.file}, line ${line}` };
    } else {
      this.numbers++;
      if (this.whole && !Number.isInteger(value)) this.whole = false;
      if (this.counts && this.previous !== undefined && value !== this.previous + 1) this.counts = false;
      this.previous = value;
    }
    if (this.distinct) this.remember(this.distinct, cell.trim());
  }

  /** Cells that aren't missing. */
  present(rows: number): number {
    return rows - this.missing;
  }

  get isNumeric(): boolean {
    return this.firstText === undefined && this.numbers > 0;
  }

  /** The different cells in their natural order: numbers by size, texts by letters. */
  values(): readonly string[] {
    const cells = [...(this.distinct?.keys() ?? [])];
    return this.isNumeric ? cells.sort((a, b) => numberOf(a) - numberOf(b)) : cells.sort(byLetters);
  }

  private remember(distinct: Map<string, number>, cell: string): void {
    const count = distinct.get(cell);
    if (count !== undefined) {
      distinct.set(cell, count + 1);
    } else if (distinct.size < distinctLimit) {
      distinct.set(ownCopy(cell), 1);
    } else {
      this.distinct = undefined;
    }
  }
}

function byLetters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text with memory of its own: a cell is a window into the megabyte it was cut from, and would keep all of that. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}
