import { DataError } from '../dataError';
import type { FilePart, FileStat, Files, OpenFile } from '../files';
import { nearest } from '../nearest';
import { listed, quoted } from '../sentence';
import { refusalOf } from './refusal';

// the rows of a table that are in flight stay young: with 1 MB at a time the garbage collector takes half the time
const chunkSize = 128 * 1024;

/** A file that is being read, with the name a person knows it by. */
export class SourceFile {
  private constructor(
    /** The address as written in the network file. */
    readonly name: string,
    readonly path: string,
    private readonly files: Files,
    private readonly opened: OpenFile,
    private readonly before: FileStat,
  ) {}

  /** Opens the file at `address`; where there is none, the fault names the files that are like it. */
  static async open(files: Files, address: string): Promise<SourceFile> {
    const path = files.resolve(address);
    const found = await statOf(files, path, address);
    if (!found) throw await missingFile(files, address);
    if (found.folder) {
      throw new DataError(`${address} is a folder, but a file is needed here.`, { code: 'bad-data-file' });
    }
    try {
      return new SourceFile(address, path, files, await files.open(path), found);
    } catch (error) {
      throw unreadable(address, error);
    }
  }

  get size(): number {
    return this.opened.size;
  }

  /** Bytes without waiting, where the file system can (see `OpenFile`). */
  get readNow(): ((offset: number, length: number) => Uint8Array) | undefined {
    const { opened } = this;
    return opened.readNow ? (offset, length) => opened.readNow!(offset, length) : undefined;
  }

  /** Fills parts several at a time, where the file system can (see `OpenFile`). */
  get fill(): ((parts: readonly FilePart[]) => Promise<number>) | undefined {
    const { opened, name } = this;
    if (!opened.fill) return undefined;
    return parts =>
      opened.fill!(parts).catch(error => {
        throw unreadable(name, error);
      });
  }

  /** Fewer bytes than asked for only at the end of the file. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    try {
      return await this.opened.read(offset, length);
    } catch (error) {
      throw unreadable(this.name, error);
    }
  }

  /** The bytes from `from` on, a chunk after the other. */
  async *chunks(from = 0): AsyncGenerator<Uint8Array, undefined> {
    for (let offset = from; ; ) {
      const chunk = await this.read(offset, chunkSize);
      if (chunk.length === 0) return;
      offset += chunk.length;
      yield chunk;
    }
  }

  /** Throws if the file was changed since it was opened, so that half of one and half of another is never taken. */
  async checkUnchanged(): Promise<void> {
    const now = await statOf(this.files, this.path, this.name);
    if (now && now.size === this.before.size && now.modified === this.before.modified) return;
    const what = now ? 'was changed' : 'was removed';
    throw new DataError(`${this.name} ${what} while it was being read; try again.`, { code: 'file-changed' });
  }

  close(): Promise<void> {
    return this.opened.close();
  }
}

/** Opens `address`, gives it to `use` and closes it, whatever happens. */
export async function withFile<T>(
  files: Files,
  address: string,
  use: (file: SourceFile) => Promise<T>,
): Promise<T> {
  const file = await SourceFile.open(files, address);
  try {
    const result = await use(file);
    await file.checkUnchanged();
    return result;
  } finally {
    await file.close();
  }
}

/** A fault that says a file or folder isn't there, with those like it in the same folder. */
export async function missingFile(
  files: Files,
  address: string,
  wanted: 'file' | 'folder' = 'file',
): Promise<DataError> {
  const cut = Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1;
  const folder = address.slice(0, cut);
  const entries = await files.list(files.resolve(folder || '.')).catch(() => []);
  const names = entries
    .filter(entry => entry.folder === (wanted === 'folder') && !entry.name.startsWith('.'))
    .map(entry => entry.name);
  const suggestions = nearest(address.slice(cut), names).map(name => folder + name);
  const there = suggestions.length > 0 ? ` There is ${listed(suggestions, 4)}.` : '';
  return new DataError(`There is no ${wanted} ${address} (looked for ${files.resolve(address)}).${there}`, {
    code: 'missing-data-file',
    suggestions,
  });
}

/** The longest path that systems know. */
const longestAddress = 4096;

/** What is at `path`; a refusal of the file system is a fault, as is an address that can't be one. */
export async function statOf(files: Files, path: string, address: string): Promise<FileStat | undefined> {
  if (address.length > longestAddress) {
    throw new DataError(
      `${quoted(address)} can't be the address of a file: it has ${address.length} letters, and the longest has ${longestAddress}.`,
      { code: 'bad-data-file' },
    );
  }
  try {
    return await files.stat(path);
  } catch (error) {
    throw unreadable(address, error);
  }
}

/** What the file system said, in a sentence: permission denied, a device error. */
export function unreadable(address: string, error: unknown): DataError {
  if (error instanceof DataError) return error;
  const reason = refusalOf(error) ?? (error instanceof Error ? error.message : String(error)).split('\n')[0];
  return new DataError(`${address} can't be read: ${reason}.`, { code: 'bad-data-file' });
}
