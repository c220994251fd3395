import type { Metadata } from 'h5wasm';
import { sizeOf, tooBig } from '../arrays/numericArray';
import { nameOfType, type StoredType } from '../arrays/storedType';
import { DataError } from '../dataError';
import { asked, demanded, type Library } from './library';
import type { Mount } from './openHdf5';

/** A step that the pieces of a data set went through when they were written, and its settings. */
export interface Filter {
  readonly id: number;
  readonly name: string;
  readonly cd_values: readonly number[];
}

/** The classes of the library's types that are numbers: whole, floating-point, and enumerations (h5py's booleans). */
const [wholeClass, floatClass, textClass, enumClass] = [0, 1, 3, 8] as const;

/** A data set of an open HDF5 file. */
export class Hdf5Dataset {
  readonly metadata: Metadata;
  readonly filters: readonly Filter[];

  constructor(
    private readonly library: Library,
    /** The address as written: `data.h5#x`. */
    readonly what: string,
    private readonly fileId: bigint,
    private readonly path: string,
    private readonly mount: Mount,
  ) {
    this.metadata = demanded(() => library.get_dataset_metadata(fileId, path));
    this.filters = this.metadata.chunks ? demanded(() => library.get_dataset_filters(fileId, path)) : [];
  }

  get shape(): readonly number[] {
    return this.metadata.shape ?? [];
  }

  /** How its numbers come out of `read`; undefined where they aren't numbers of a kind that is known. */
  get type(): StoredType | undefined {
    const { type, size, signed, littleEndian } = this.metadata;
    // the library turns numbers round, but not enumerations
    const inOrder = littleEndian || type !== enumClass;
    if (type === floatClass)
      return [2, 4, 8].includes(size) ? { kind: 'float', bytes: size, littleEndian: true } : undefined;
    if ((type !== wholeClass && type !== enumClass) || ![1, 2, 4, 8].includes(size)) return undefined;
    if (this.isBoolean) return { kind: 'bool', bytes: 1, littleEndian: true };
    return { kind: signed ? 'int' : 'uint', bytes: size, littleEndian: inOrder };
  }

  /** Whether it, or another set of its file with floats of its size, isn't of IEEE 754. */
  get mayBeOtherFloats(): boolean {
    const { type, size } = this.metadata;
    return type === floatClass && this.mount.otherFloats.has(size);
  }

  /** The type as NumPy calls it, or what it is. */
  get typeName(): string {
    const { type, size, signed } = this.metadata;
    if (this.type) return nameOfType(this.type);
    if (type === floatClass) return `float${size * 8}`;
    if (type === wholeClass || type === enumClass) return `${signed ? 'int' : 'uint'}${size * 8}`;
    return type === textClass ? 'text' : 'record';
  }

  /** An enumeration of FALSE and TRUE in a byte, as h5py writes booleans. */
  private get isBoolean(): boolean {
    const { type, size, enum_type: names } = this.metadata;
    if (type !== enumClass || size !== 1 || !names) return false;
    const { FALSE, TRUE, ...others } = names.members;
    return FALSE === 0 && TRUE === 1 && Object.keys(others).length === 0;
  }

  /** The bytes of a part of it, `count` values along each axis; undefined where it needs a filter that the library hasn't. */
  read(from: readonly number[], count: readonly number[]): Uint8Array | undefined {
    const { library, fileId, path } = this;
    const length = sizeOf(count) * this.metadata.size;
    const place = length <= library.MAXIMUM_MEMORY ? library._malloc(Math.max(1, length)) : 0;
    if (place === 0) throw tooBig(this.what, length);
    try {
      const ones = count.map(() => 1n);
      const { answer, errors } = asked(() =>
        library.get_dataset_data(fileId, path, count.map(BigInt), from.map(BigInt), ones, BigInt(place)),
      );
      if (answer >= 0) return library.HEAPU8.slice(place, place + length);
      if (errors.includes('is not registered')) return undefined;
      if (errors.includes('external raw data file')) throw this.external();
      throw this.mount.fault() ?? new Error(errors);
    } finally {
      library._free(place);
    }
  }

  /** Bytes of the file: those that the library has read last. */
  lastRead(): { readonly offset: number; readonly bytes: Uint8Array } | undefined {
    const piece = this.mount.lastRead();
    return piece && { offset: piece.offset, bytes: this.mount.bytes(piece.offset, piece.length) };
  }

  private external(): DataError {
    return new DataError(
      `${this.what} keeps its values in another file beside this one, which isn't read. Write them into the HDF5 file itself: f.create_dataset(name, data=values).`,
      { code: 'bad-data-file' },
    );
  }
}
