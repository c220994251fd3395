import type { SchemaElement } from 'hyparquet';

/** A value as it is stored: a number, a whole number of 64 bits, a truth, or bytes. */
export type RawValue = number | bigint | boolean | Uint8Array;

/** Bytes of a value of each type that has always as many. */
export function widthOf({ type, type_length }: SchemaElement): number | undefined {
  if (type === 'INT32' || type === 'FLOAT') return 4;
  if (type === 'INT64' || type === 'DOUBLE') return 8;
  if (type === 'INT96') return 12;
  return type === 'FIXED_LEN_BYTE_ARRAY' ? type_length : undefined;
}

/** Values one after the other, as they are (encoding PLAIN). Throws a `RangeError` beyond the end. */
export class PlainReader {
  private readonly view: DataView;
  private readonly width: number | undefined;
  private bit = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly element: SchemaElement,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.width = widthOf(element);
    if (element.type === 'FIXED_LEN_BYTE_ARRAY' && !this.width) throw new Error('values have no length');
  }

  next(): RawValue {
    const { type } = this.element;
    if (type === 'BOOLEAN') {
      const truth = (this.view.getUint8(this.at + (this.bit >> 3)) >> (this.bit & 7)) & 1;
      this.bit++;
      return truth === 1;
    }
    const length = this.width ?? this.view.getUint32(this.at, true);
    const from = this.width === undefined ? this.at + 4 : this.at;
    if (from + length > this.bytes.length) throw new Error('it ends within a value');
    this.at = from + length;
    return valueAt(this.view, from, length, type);
  }
}

/** The value of a type in `length` bytes from `from` on. */
export function valueAt(view: DataView, from: number, length: number, type: SchemaElement['type']): RawValue {
  switch (type) {
    case 'INT32':
      return view.getInt32(from, true);
    case 'INT64':
      return view.getBigInt64(from, true);
    case 'FLOAT':
      return view.getFloat32(from, true);
    case 'DOUBLE':
      return view.getFloat64(from, true);
    default:
      return new Uint8Array(view.buffer, view.byteOffset + from, length);
  }
}
