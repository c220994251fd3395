import { type FileHandle, open } from 'node:fs/promises';

/** Devices, pipes and some network file systems have nothing to bring to a disk. */
const nothingToDo = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);
/** So do folders on Windows, and folders that may be written and not read. */
const noFolder = new Set([...nothingToDo, 'EISDIR', 'EPERM', 'EACCES', 'EBADF']);

/** Resolves when what was written is on the disk: a loss of power doesn't lose it any more. */
export async function fileToDisk(handle: FileHandle): Promise<void> {
  await handle.sync().catch(except(nothingToDo));
}

/** The same for the names in a folder: new ones, and what a rename made of them. */
export async function folderToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(except(noFolder));
  if (!handle) return;
  try {
    await handle.sync().catch(except(noFolder));
  } finally {
    await handle.close();
  }
}

function except(codes: ReadonlySet<string>): (error: unknown) => undefined {
  return error => {
    if (!codes.has(String((error as NodeJS.ErrnoException).code))) throw error;
  };
}
