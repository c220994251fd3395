import { ownCopy } from '../ownCopy';
import type { Place } from './writtenForms';

/** What is known of the whole numbers of a column, which come one after the other, in memory that doesn't grow. */
export class WholeNumbers {
  count = 0;
  first: Place | undefined;
  /** The first that is a name rather than an amount: 007, or so large that two of them are one number. */
  firstCode: Place | undefined;
  /** The first of more digits than a double holds, so that it is rounded where it is an amount. */
  firstRounded: Place | undefined;
  /** Whether there are numbers of one to three, and of more digits. */
  small = false;
  large = false;
  /** Whether each is larger than the one before. */
  isRising = true;
  /** What a number that counts the rows is more than the row's index. */
  private offset: number | undefined;
  private isCounting = true;
  private previous = Number.NEGATIVE_INFINITY;
  private least = Number.POSITIVE_INFINITY;
  private most = Number.NEGATIVE_INFINITY;

  add(cell: string, value: number, line: number, row: number): void {
    if (this.count++ === 0) this.first = { cell: ownCopy(cell), line };
    if (!this.firstCode && isCode(cell, value)) this.firstCode = { cell: ownCopy(cell), line };
    if (!this.firstRounded && isRounded(cell, value)) this.firstRounded = { cell: ownCopy(cell), line };
    if (this.isCounting) {
      this.offset ??= value - row;
      if (value - row !== this.offset) this.isCounting = false;
    }
    if (this.isRising) {
      if (value <= this.previous) this.isRising = false;
      this.previous = value;
    }
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
    if (value >= 1000 || value <= -1000) this.large = true;
    else this.small = true;
  }

  /** What they are more than the index of their row, where they count the rows. */
  get countsFrom(): number | undefined {
    return this.isCounting ? this.offset : undefined;
  }

  /** Whether one of them must have come twice: there are more of them than whole numbers in their range. */
  get areCrowded(): boolean {
    return this.count > this.most - this.least + 1;
  }
}

function isRounded(cell: string, value: number): boolean {
  if (Number.isSafeInteger(value)) return false;
  const digits = /^[+-]?(\d{1,40})$/.exec(cell.trim())?.[1];
  return digits !== undefined && BigInt(digits) !== BigInt(Math.abs(value));
}

function isCode(cell: string, value: number): boolean {
  const sign = cell.charCodeAt(0) === 43 || cell.charCodeAt(0) === 45 ? 1 : 0;
  const second = cell.charCodeAt(sign + 1);
  return (cell.charCodeAt(sign) === 48 && second >= 48 && second <= 57) || !Number.isSafeInteger(value);
}
