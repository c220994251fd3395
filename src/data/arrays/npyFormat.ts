import { formatShape } from '../../core/shape';
import type { ByteStream } from '../bytes/byteStream';
import type { Room } from '../bytes/room';
import { DataError } from '../dataError';
import type { Reading } from '../reading';
import { bytesText, quoted } from '../sentence';
import { misfitOf } from './misfitOf';
import { type NumericArray, sizeOf } from './numericArray';
import { expectEnd, readNumbers } from './readNumbers';
import { fromFortranOrder } from './reorder';
import { conversionOf, nameOfType, type StoredType } from './storedType';

/** The header of the NPY format, versions 1 to 3 (numpy.lib.format). */
export interface NpyHeader {
  readonly type: string;
  readonly stored: StoredType | undefined;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

const headerLimit = 1 << 20;

export async function readNpyHeader(stream: ByteStream): Promise<NpyHeader> {
  const prefix = await stream.take(8);
  const [magic, version] = [String.fromCharCode(...prefix.subarray(1, 6)), prefix[6]!];
  if (prefix[0] !== 0x93 || magic !== 'NUMPY') {
    throw new DataError(`${stream.name} isn't a NumPy array: it doesn't begin as np.save writes it.`, {
      code: 'bad-data-file',
    });
  }
  if (version < 1 || version > 3) {
    throw new DataError(
      `${stream.name} has version ${version} of the NPY format; versions 1 to 3 can be read.`,
      { code: 'bad-data-file' },
    );
  }
  const sizeBytes = await stream.take(version === 1 ? 2 : 4);
  const view = new DataView(sizeBytes.buffer);
  const length = version === 1 ? view.getUint16(0, true) : view.getUint32(0, true);
  if (length > headerLimit) throw badHeader(stream.name, `it claims ${bytesText(length)}`);
  return parseHeader(stream.name, new TextDecoder('latin1').decode(await stream.take(length)));
}

/** Why the values behind `header` can't be read, of which no more than `room` is there; undefined where they can. */
export function whyUnreadable(
  name: string,
  { stored, type, shape }: NpyHeader,
  room: Room,
): string | undefined {
  if (!stored) {
    return `${name} holds values of type ${type}; only numbers and booleans can be read.${adviceFor(type)}`;
  }
  return misfitOf(name, shape, stored, room);
}

/** The values behind `header`, of which no more than `room` can be there. */
export async function readNpyValues(
  stream: ByteStream,
  header: NpyHeader,
  room: Room,
  reading?: Reading,
): Promise<NumericArray> {
  const { stored, shape, fortranOrder } = header;
  const reason = whyUnreadable(stream.name, header, room);
  if (!stored || reason) throw new DataError(reason!, { code: 'bad-data-file' });
  const data = await readNumbers(stream, stored, sizeOf(shape), reading);
  await expectEnd(stream);
  return fortranOrder ? fromFortranOrder(shape, data, stream.name) : { shape, data };
}

/** The header is a Python dict in text: `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`. */
function parseHeader(name: string, text: string): NpyHeader {
  const description = only(text, /'descr'\s*:\s*('([^']*)'|\[)/g);
  const order = only(text, /'fortran_order'\s*:\s*(True|False)/g);
  const sizes = only(text, /'shape'\s*:\s*\(([\d\s,L]*)\)/g);
  const isDict = text.trimStart().startsWith('{') && text.trimEnd().endsWith('}');
  const shape = sizes && shapeOf(sizes[1]!);
  if (!isDict || !description || !order || !shape) throw badHeader(name, quoted(text));
  if (!Number.isSafeInteger(sizeOf(shape)) || !shape.every(Number.isSafeInteger))
    throw badHeader(name, `its shape is ${formatShape(shape)}`);
  const stored = description[2] === undefined ? undefined : storedTypeOf(description[2]);
  return {
    stored,
    type: stored ? nameOfType(stored) : typeNameOf(description[2]),
    fortranOrder: order[1] === 'True',
    shape,
  };
}

/** The one place where a pattern is met. */
function only(text: string, pattern: RegExp): RegExpMatchArray | undefined {
  const found = [...text.matchAll(pattern)];
  return found.length === 1 ? found[0] : undefined;
}

/** `3, 4`, `3,` or nothing, as between the brackets of a tuple; `L` is of Python 2. Undefined where it isn't that. */
function shapeOf(text: string): number[] | undefined {
  const sizes = text.split(',').map(size => size.trim());
  if (sizes.length === 1) return sizes[0] === '' ? [] : undefined;
  if (sizes.at(-1) === '') sizes.pop();
  return sizes.every(size => /^\d+L?$/.test(size)) ? sizes.map(size => Number.parseInt(size, 10)) : undefined;
}

const kinds: Readonly<Record<string, StoredType['kind']>> = {
  b: 'bool',
  '?': 'bool',
  i: 'int',
  u: 'uint',
  f: 'float',
};

function storedTypeOf(description: string): StoredType | undefined {
  const match = /^([<>|=]?)([a-zA-Z?])(\d*)$/.exec(description);
  const kind = match && kinds[match[2]!];
  if (!kind) return undefined;
  const type: StoredType = { kind, bytes: Number(match[3] || 1), littleEndian: match[1] !== '>' };
  return conversionOf(type) && type;
}

/** A type that isn't numbers, in words. */
function typeNameOf(description: string | undefined): string {
  if (description === undefined) return 'record (several fields)';
  const letter = description.replace(/[<>|=\d]/g, '')[0] ?? '';
  const names: Readonly<Record<string, string>> = {
    O: 'object',
    U: 'text',
    S: 'bytes',
    a: 'bytes',
    c: 'complex number',
    M: 'date',
    m: 'time span',
    V: 'record',
    f: 'long float',
  };
  return names[letter] ?? quoted(description);
}

function adviceFor(type: string): string {
  if (type === 'object') return ' Save it again with a numeric dtype: np.save(name, a.astype(np.float64)).';
  if (type === 'text' || type === 'bytes')
    return ' Save the labels as numbers: np.unique(labels, return_inverse=True)[1].';
  return '';
}

function badHeader(name: string, what: string): DataError {
  return new DataError(`${name} has a header that isn't of the NPY format: ${what}.`, {
    code: 'bad-data-file',
  });
}
