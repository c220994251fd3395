import type { Numbers } from '../arrays/numericArray';
import type { RowsInFile } from './rowsInFile';

/** What a block of rows takes of a file, at most: so many bytes, or so many places that are read apart. */
const blockBytes = 2 ** 20;
const blockReads = 512;
/** Blocks that are being read beyond the batch that is asked for. */
const blocksAhead = 2;

/** Places `from … to` of an order, whose rows are read together. */
interface Block {
  readonly from: number;
  readonly to: number;
  /** The row in `data` of each place. */
  readonly slots: Uint32Array;
  /** Resolves when `data` is there. */
  readonly arriving: Promise<void>;
  data?: Numbers;
}

/**
 * The rows of a file that an order of examples needs next. Whoever goes through the order asks for a batch, and finds the
 * one after it read in the meantime.
 */
export class ReadAhead {
  private indices: Uint32Array | undefined;
  /** One after the other, from where the order is gone through. */
  private blocks: Block[] = [];

  constructor(
    private readonly rows: RowsInFile,
    private readonly rowOf: (index: number) => number,
  ) {}

  /** Has places `from … from + count` of an order read, and begins with the next; a promise until they are there. */
  arriving(indices: Uint32Array, from: number, count: number): Promise<void> | undefined {
    if (indices !== this.indices || (this.blocks[0]?.from ?? 0) > from) this.blocks = [];
    this.indices = indices;
    this.blocks = this.blocks.filter(block => block.to > from);
    const end = from + count;
    let next = this.blocks.at(-1)?.to ?? from;
    for (let ahead = this.blocks.filter(block => block.from >= end).length; next < indices.length; ) {
      if (next >= end && ++ahead > blocksAhead) break;
      const block = this.begin(indices, next);
      this.blocks.push(block);
      next = block.to;
    }
    const awaited = this.blocks.filter(block => block.from < end && !block.data);
    return awaited.length > 0 ? Promise.all(awaited.map(block => block.arriving)).then(() => {}) : undefined;
  }

  /** Gives `use` the row of each of these places: numbers `at …` of `data`. What wasn't asked for before is read now. */
  each(
    indices: Uint32Array,
    from: number,
    count: number,
    use: (data: Numbers, at: number, i: number) => void,
  ): void {
    const blocks = indices === this.indices ? this.blocks : [];
    let b = 0;
    for (let i = 0; i < count; i++) {
      const place = from + i;
      while (b < blocks.length && blocks[b]!.to <= place) b++;
      const block = blocks[b];
      if (block?.data && block.from <= place)
        use(block.data, block.slots[place - block.from]! * this.rows.width, i);
      else use(this.rows.readNow(this.rowOf(indices[place]!)), 0, i);
    }
  }

  private begin(indices: Uint32Array, from: number): Block {
    const most = Math.max(1, Math.floor(blockBytes / this.rows.rowBytes));
    let to = from;
    let reads = 0;
    for (let previous = -2; to < indices.length && to - from < most; to++) {
      const row = this.rowOf(indices[to]!);
      if (row !== previous + 1 && ++reads > blockReads) break;
      previous = row;
    }
    const wanted = Uint32Array.from({ length: to - from }, (_, i) => this.rowOf(indices[from + i]!));
    const places = sorted(wanted);
    const slots = new Uint32Array(wanted.length);
    for (const [slot, place] of places.entries()) slots[place] = slot;
    const block: Block = {
      from,
      to,
      slots,
      arriving: this.rows.read(places.map(place => wanted[place]!)).then(data => {
        block.data = data;
      }),
    };
    // a fault is told when the block is waited for
    block.arriving.catch(() => {});
    return block;
  }
}

/** The places of the rows in ascending order. */
function sorted(rows: Uint32Array): Uint32Array {
  const places = Uint32Array.from(rows, (_, i) => i);
  return rows.every((row, i) => i === 0 || rows[i - 1]! < row)
    ? places
    : places.sort((a, b) => rows[a]! - rows[b]!);
}
