import type { Numbers } from '../arrays/numericArray';

/** Rows of numbers that are left in their file and read as they are needed. */
export interface RowsInFile {
  /** The address as written: `x.npy`, `data.h5#x`. */
  readonly name: string;
  /** Numbers in a row. */
  readonly width: number;
  /** Bytes of a row in the file. */
  readonly rowBytes: number;
  /**
   * The rows asked for, which ascend, one after the other, in the type that their numbers are kept in. A fault where the
   * file was changed since it was opened, ends too early, or holds NaN or infinity in them.
   */
  read(rows: Uint32Array): Promise<Numbers>;
  /** The same of one row, without waiting and without looking whether the file was changed. */
  readNow(row: number): Numbers;
  /** Ends what is still being read, and releases the file. */
  close(): Promise<void>;
}

/** The rows `from … to` of a file. */
export function range(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, i) => from + i);
}

export function isInFile(data: Numbers | RowsInFile): data is RowsInFile {
  return !ArrayBuffer.isView(data);
}
