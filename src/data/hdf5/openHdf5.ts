import type { Dataset, File } from 'h5wasm';
import { tooBig } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';

/** A file system without `readNow` has to read the file whole; beyond this it is refused. */
const wholeFileLimit = 512 * 2 ** 20;

export interface OpenHdf5 {
  /** The paths of its data sets, without a leading slash: `train_set_x`, `group/labels`. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** Where in the file the library has read last. */
  readonly lastRead: () => number | undefined;
  /** What went wrong while the library worked on the file, as a fault. */
  asFault(error: unknown): unknown;
  close(): void;
}

let mounted = 0;

/** Opens an HDF5 file for `use` and closes it again. Whatever the library finds wrong with the file comes out as a fault. */
export async function withHdf5<T>(file: SourceFile, use: (opened: OpenHdf5) => T | Promise<T>): Promise<T> {
  const opened = await openHdf5(file);
  try {
    return await use(opened);
  } catch (error) {
    throw opened.asFault(error);
  } finally {
    opened.close();
  }
}

/** Opens an HDF5 file, to be closed. Only the parts that the library asks for are read. */
export async function openHdf5(file: SourceFile): Promise<OpenHdf5> {
  const library = await import('./hdf5.js');
  // not `library.FS`: that is filled in late, and a bundle's exports may be copied before
  const module = await library.ready;
  const { FS: files } = module;
  // errors as exceptions, instead of pages of them on the console
  module.activate_throwing_error_handler();
  const read = await readerOf(file);
  const name = `/file${mounted++}.h5`;
  files.writeFile(name, new Uint8Array(0));
  const node: FS.FSNode & Partial<MountedNode> = files.lookupPath(name, {}).node;
  let fault: unknown;
  let lastRead: number | undefined;
  node.usedBytes = file.size;
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream, heap, at, length, position) {
      lastRead = position;
      try {
        const bytes = read(position, Math.min(length, Math.max(0, file.size - position)));
        heap.set(bytes, at);
        return bytes.length;
      } catch (error) {
        fault ??= error;
        return 0;
      }
    },
  };
  let opened: File | undefined;
  const asFault = (error: unknown) => faultOf(file, fault ?? error, opened !== undefined);
  const close = () => {
    opened?.close();
    files.unlink(name);
  };
  try {
    opened = new library.File(name, 'r');
    const datasets = new Map<string, Dataset>();
    for (const path of opened.paths()) {
      const entity = opened.get(path);
      if (entity instanceof library.Dataset) datasets.set(path, entity);
    }
    return { datasets, lastRead: () => lastRead, asFault, close };
  } catch (error) {
    const found = asFault(error);
    close();
    throw found;
  }
}

/** What a file of Emscripten's memory file system is, as far as it matters here. */
interface MountedNode {
  usedBytes: number;
  stream_ops: {
    read(stream: unknown, heap: Uint8Array, at: number, length: number, position: number): number;
  };
}

async function readerOf(file: SourceFile): Promise<(offset: number, length: number) => Uint8Array> {
  if (file.readNow) return file.readNow;
  if (file.size > wholeFileLimit) throw tooBig(file.name, file.size);
  const bytes = await file.read(0, file.size);
  return (offset, length) => bytes.subarray(offset, offset + length);
}

function faultOf(file: SourceFile, error: unknown, wasOpen: boolean): unknown {
  if (error instanceof DataError) return error;
  if (error instanceof Error && error.name === 'Cancelled') return error;
  const text = error instanceof Error ? error.message : String(error);
  // the library tells its whole way down; the last line is what it met
  const reason = [...text.matchAll(/\(\): (.*)/g)].at(-1)?.[1] ?? text.split('\n')[0]!;
  const message = wasOpen
    ? `${file.name} can't be read as HDF5 (${reason}). The file is cut off or damaged.`
    : `${file.name} isn't an HDF5 file, or it is cut off or damaged.`;
  return new DataError(message, { code: 'bad-data-file' });
}
