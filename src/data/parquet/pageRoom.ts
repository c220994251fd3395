import { tooBig } from '../arrays/numericArray';

/** Bytes of the pages of a group of rows that are unpacked at once, all its columns together. */
const mostBytes = 2 ** 30;

/** What the unpacked pages of a group of rows take in memory: each column has one page, and one of its dictionary, at a time. */
export class PageRoom {
  #taken = 0;

  /** @param name of the file, for the sentence */
  constructor(
    private readonly name: string,
    private readonly most = mostBytes,
  ) {}

  /** Takes room for a page in the place of one before it; a fault where all of them would take too much. */
  exchange(before: number, bytes: number): number {
    const taken = this.#taken - before + bytes;
    if (taken > this.most) throw tooBig(`A group of rows of ${this.name}`, taken);
    this.#taken = taken;
    return bytes;
  }
}
