import { tooBig } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { quoted } from '../sentence';
import { Hdf5Dataset } from './hdf5Dataset';
import { asked, breaks, demanded, isBroken, type Library, openLibrary } from './library';
import { otherFloats } from './otherFloats';

/** A file system without `readNow` has to read the file whole; beyond this it is refused. */
const wholeFileLimit = 512 * 2 ** 20;
const pathLimit = 10_000;

export interface OpenHdf5 {
  /** Its data sets by their paths without a leading slash: `train_set_x`, `group/labels`. */
  readonly datasets: ReadonlyMap<string, Hdf5Dataset>;
  /** What looks like a data set by its name, and why it isn't one that can be read: a sentence each. */
  readonly refused: ReadonlyMap<string, string>;
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
  if (isBroken())
    throw new DataError(
      `${file.name} can't be read now: the HDF5 library was broken by another file. Start again.`,
      {
        code: 'bad-data-file',
      },
    );
  const library = await openLibrary();
  const mount = mountFile(library, file, await readerOf(file));
  let id: bigint | undefined;
  const asFault = (error: unknown) => faultOf(file, mount.fault() ?? error, id !== undefined);
  const close = () => {
    if (isBroken()) return;
    if (id !== undefined) asked(() => library.close_file(id!));
    library.FS.unlink(mount.path);
  };
  try {
    const opened = demanded(() => library.open(mount.path, library.H5F_ACC_RDONLY, false, -1, -1));
    id = opened;
    const paths = demanded(() => library.get_names(opened, '/', true));
    if (paths.length > pathLimit) {
      throw new DataError(
        `${file.name} holds ${paths.length} names; up to ${pathLimit} can be looked through.`,
        {
          code: 'bad-data-file',
        },
      );
    }
    const found = list(library, file, mount, id, paths);
    mount.endHeaders();
    return { ...found, asFault, close };
  } catch (error) {
    const found = asFault(error);
    close();
    throw found;
  }
}

/** Each path, and what is there. What is wrong with one of them isn't the fault of the others. */
function list(library: Library, file: SourceFile, mount: Mount, id: bigint, paths: readonly string[]) {
  const datasets = new Map<string, Hdf5Dataset>();
  const refused = new Map<string, string>();
  for (const path of paths) {
    const what = `${file.name}#${path}`;
    try {
      const type = demanded(() => library.get_type(id, path));
      if (type === library.H5G_DATASET) datasets.set(path, new Hdf5Dataset(library, what, id, path, mount));
      else if (type === library.H5G_LINK) refused.set(path, linkFault(library, what, id, path)!);
      else if (type === library.H5G_UDLINK) refused.set(path, elsewhere(library, what, id, path));
    } catch (error) {
      const fault = faultOf(file, mount.fault() ?? error, true);
      if (!(fault instanceof DataError) || isBroken()) throw fault;
      refused.set(path, linkFault(library, what, id, path) ?? fault.message.replace(file.name, () => what));
    }
  }
  return { datasets, refused };
}

function elsewhere(library: Library, what: string, id: bigint, path: string): string {
  const { filename, obj_path: inside } = demanded(() => library.get_external_link(id, path));
  return `${what} is a link into another file, ${quoted(filename)}: name that file instead, with #${quoted(inside).slice(1, -1)} behind it.`;
}

/** Of a link that can't be followed: there is nothing, or links lead in a circle. */
function linkFault(library: Library, what: string, id: bigint, path: string): string | undefined {
  try {
    const target: string | null = demanded(() => library.get_symbolic_link(id, path));
    return target === null ? undefined : `${what} is a link to ${quoted(target)}, which leads nowhere.`;
  } catch (error) {
    breaks(error);
    return undefined;
  }
}

/** A piece of the file that the library has read. */
export interface PieceRead {
  readonly offset: number;
  readonly length: number;
}

/** A file of ours among those of the library. */
export interface Mount {
  readonly path: string;
  /** What our side met while the library read. */
  fault(): unknown;
  /** Where in the file the library has read last. */
  lastRead(): PieceRead | undefined;
  /** Bytes of the file. */
  bytes(offset: number, length: number): Uint8Array;
  /** Sizes of floats of which some in the file aren't those of IEEE 754. */
  readonly otherFloats: ReadonlySet<number>;
  /** What is read from now on isn't headers. */
  endHeaders(): void;
}

/** What a file of Emscripten's memory file system is, as far as it matters here. */
interface MountedNode {
  usedBytes: number;
  stream_ops: {
    read(stream: unknown, heap: Uint8Array, at: number, length: number, position: number): number;
  };
}

function mountFile(
  library: Library,
  file: SourceFile,
  bytes: (offset: number, length: number) => Uint8Array,
): Mount {
  const { FS: files } = library;
  const path = `/file${mounted++}.h5`;
  files.writeFile(path, new Uint8Array(0));
  const node: FS.FSNode & Partial<MountedNode> = files.lookupPath(path, {}).node;
  let fault: unknown;
  let lastRead: PieceRead | undefined;
  let inHeaders = true;
  const others = new Set<number>();
  node.usedBytes = file.size;
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream, heap, at, length, position) {
      lastRead = { offset: position, length };
      try {
        const found = bytes(position, Math.min(length, Math.max(0, file.size - position)));
        heap.set(found, at);
        if (inHeaders) for (const size of otherFloats(found)) others.add(size);
        return found.length;
      } catch (error) {
        fault ??= error;
        return 0;
      }
    },
  };
  return {
    path,
    bytes,
    otherFloats: others,
    fault: () => fault,
    lastRead: () => lastRead,
    endHeaders() {
      inHeaders = false;
    },
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
  if (breaks(error)) {
    return new DataError(`${file.name} is damaged in a way that the HDF5 library doesn't survive.`, {
      code: 'bad-data-file',
    });
  }
  const reason = wasOpen && reasonOf(error instanceof Error ? error.message : String(error));
  const message = wasOpen
    ? `${file.name} can't be read as HDF5${reason ? ` (${reason})` : ''}. The file is cut off or damaged.`
    : `${file.name} isn't an HDF5 file, or it is cut off or damaged.`;
  return new DataError(message, { code: 'bad-data-file' });
}

/** The library tells its whole way down; the last line is what it met. Undefined where that names its own parts. */
function reasonOf(text: string): string | undefined {
  const last = text
    .split('\n')
    .findLast(line => line.includes('(): '))
    ?.replace(/^.*?\(\): /, '');
  const reason = last ?? text.split('\n')[0]!;
  return /[/\\]|H5|0x/.test(reason) ? undefined : reason.slice(0, 200);
}
