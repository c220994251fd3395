/**
 * Whole numbers of up to 32 bits, in runs of one value over and over, and of values packed in bits (Parquet's RLE and
 * bit-packing hybrid). One after the other, so that a run that claims to be long takes no memory.
 */
export class HybridReader {
  private left = 0;
  private packed = false;
  private value = 0;
  private bit = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly width: number,
  ) {
    if (!(width <= 32)) throw new Error(`an index has ${width} bits`);
  }

  next(): number {
    if (this.width === 0) return 0;
    while (this.left === 0) this.begin();
    this.left--;
    return this.packed ? this.unpacked() : this.value;
  }

  private begin(): void {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      header += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
      if (shift > 28) throw new Error('a run has no end');
    }
    this.packed = header % 2 === 1;
    const count = Math.floor(header / 2);
    if (this.packed) {
      this.left = count * 8;
      this.bit = this.at * 8;
      // the last run may be shorter than it says
      this.at = Math.min(this.bytes.length, this.at + count * this.width);
      return;
    }
    this.left = count;
    this.value = 0;
    for (let i = 0; i < Math.ceil(this.width / 8); i++) this.value += this.byte() * 2 ** (8 * i);
  }

  private unpacked(): number {
    let value = 0;
    for (let i = 0; i < this.width; ) {
      const byte = this.bytes[this.bit >> 3];
      if (byte === undefined) throw new Error('it ends within a value');
      const from = this.bit & 7;
      const take = Math.min(8 - from, this.width - i);
      value += ((byte >> from) & (2 ** take - 1)) * 2 ** i;
      this.bit += take;
      i += take;
    }
    return value;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error('it ends within a run');
    return byte;
  }
}
