import { createHash, type Hash } from 'node:crypto';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from './fileFault';
import { openRegular } from './openRegular';

/** A file, or a folder with all in it, so that it can be known again. */
export interface FileDigest {
  /** Bytes, in a folder of all files together. */
  readonly size: number;
  /** When it was written last, in milliseconds since 1970; in a folder the newest. */
  readonly modified: number;
  /** Files in a folder. */
  readonly files?: number;
  /** SHA-256 of the bytes, of a large file of a part of them, in hexadecimal digits. */
  readonly digest: string;
}

/** Bytes up to which a file is read whole. */
const smallFile = 8 * 2 ** 20;
/** Of a larger one: the first and the last part, and those between them at even distances. */
const parts = 64;
const partLength = 2 ** 16;
/** In a folder: bytes of each file, and files of which any are read. */
const headLength = 4096;
const sampledFiles = 2000;
const mostFiles = 200_000;

/** Undefined where nothing is there. Throws a `FileFault`. */
export async function fileDigest(path: string): Promise<FileDigest | undefined> {
  return digested(path, true);
}

/** The same without reading a byte: what tells at once that nothing was written. */
export async function fileTraits(path: string): Promise<Omit<FileDigest, 'digest'> | undefined> {
  return digested(path, false);
}

async function digested(path: string, reads: boolean): Promise<FileDigest | undefined> {
  return onFile('read', path, async () => {
    const found = await stat(path).catch(error => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    });
    if (!found) return undefined;
    const hash = createHash('sha256');
    if (found.isDirectory()) return folderDigest(path, hash, reads);
    if (reads) await hashFile(path, hash);
    return { size: found.size, modified: found.mtimeMs, digest: hash.digest('hex') };
  });
}

async function hashFile(path: string, hash: Hash): Promise<void> {
  const handle = await openRegular(path);
  try {
    const { size } = await handle.stat();
    hash.update(`${size}\n`);
    const distance = (size - partLength) / (parts - 1);
    const places =
      size <= smallFile
        ? Array.from({ length: Math.ceil(size / partLength) }, (_, i) => i * partLength)
        : Array.from({ length: parts }, (_, i) => Math.floor(i * distance));
    const bytes = new Uint8Array(partLength);
    for (const place of places) {
      const { bytesRead } = await handle.read(bytes, 0, partLength, place);
      hash.update(bytes.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** By the names, the sizes and the beginnings of its files. */
async function folderDigest(path: string, hash: Hash, reads: boolean): Promise<FileDigest> {
  const names = await namesBelow(path);
  let size = 0;
  let modified = 0;
  const stride = Math.max(1, Math.ceil(names.length / sampledFiles));
  for (const [i, name] of names.entries()) {
    const file = join(path, name);
    const found = await stat(file);
    size += found.size;
    modified = Math.max(modified, found.mtimeMs);
    hash.update(`${name.replaceAll('\\', '/')}\n${found.size}\n`);
    if (reads && i % stride === 0) await hashHead(file, hash);
  }
  return { size, modified, files: names.length, digest: hash.digest('hex') };
}

/**
 * The files in a folder and below, in an order that doesn't depend on the disk. A folder at a time, and of that some names
 * at a time: an extension host looks at folders of sixty thousand pictures too, and has keys to answer.
 */
async function namesBelow(path: string): Promise<string[]> {
  const names: string[] = [];
  for (const folders = ['']; folders.length > 0 && names.length < mostFiles; ) {
    const folder = folders.shift()!;
    const [files, below]: [string[], string[]] = [[], []];
    for await (const entry of await opendir(join(path, folder), { bufferSize: 256 })) {
      // a link is read as what it leads to; one that leads to a folder, or nowhere, isn't data
      if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(path, folder, entry.name)))))
        files.push(join(folder, entry.name));
      else if (entry.isDirectory()) below.push(join(folder, entry.name));
    }
    names.push(...files.sort());
    folders.push(...below.sort());
  }
  return names.slice(0, mostFiles);
}

async function leadsToFile(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isFile(),
    () => false,
  );
}

async function hashHead(path: string, hash: Hash): Promise<void> {
  const handle = await openRegular(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headLength), 0, headLength, 0);
    hash.update(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
