import { checkFinite } from '../arrays/checkFinite';
import { numbersOf } from '../arrays/numbersOf';
import type { StoredType } from '../arrays/storedType';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import type { FilePart } from '../files';
import { InFlight } from './inFlight';
import type { RowsInFile } from './rowsInFile';

export interface BinaryLayout {
  /** Where in the file the first number begins. */
  readonly start: number;
  readonly type: StoredType;
  /** Numbers in a row. */
  readonly width: number;
}

/** Rows that lie in a file one after the other, as NPY and IDX hold them. Undefined where the file can't be read so. */
export function binaryRows(
  file: SourceFile,
  { start, type, width }: BinaryLayout,
  name = file.name,
): RowsInFile | undefined {
  const { readNow, fill } = file;
  if (!readNow || !fill) return undefined;
  const rowBytes = width * type.bytes;
  const inFlight = new InFlight();

  async function read(rows: Uint32Array) {
    const bytes = new Uint8Array(rows.length * rowBytes);
    const filled = await fill!(partsOf(rows, bytes, start, rowBytes));
    await file.checkUnchanged();
    if (filled < bytes.length) throw cutOff(name);
    const numbers = numbersOf(bytes, type);
    checkFinite(numbers, name, i => rows[Math.floor(i / width)]! * width + (i % width));
    return numbers;
  }

  return {
    name,
    width,
    rowBytes,
    read: rows => inFlight.during(read(rows)),
    readNow(row) {
      const bytes = readNow(start + row * rowBytes, rowBytes);
      if (bytes.length < rowBytes) throw cutOff(name);
      return numbersOf(bytes, type);
    },
    async close() {
      await inFlight.ended();
      await file.close();
    },
  };
}

/** A part for each run of neighbours. */
function partsOf(rows: Uint32Array, bytes: Uint8Array, start: number, rowBytes: number): FilePart[] {
  const parts: FilePart[] = [];
  for (let first = 0, next = 1; first < rows.length; first = next, next++) {
    while (next < rows.length && rows[next] === rows[next - 1]! + 1) next++;
    const target = bytes.subarray(first * rowBytes, next * rowBytes);
    parts.push({ offset: start + rows[first]! * rowBytes, target });
  }
  return parts;
}

function cutOff(name: string): DataError {
  return new DataError(`${name} ends too early. The file is cut off or damaged.`, { code: 'bad-data-file' });
}
