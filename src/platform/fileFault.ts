/** The file system refused: a user's fault, in one sentence. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    message: string,
    /** Node's name of the fault: `ENOSPC`, `EROFS`. */
    readonly code: string,
  ) {
    super(message);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENOENT: 'it isn’t there',
  ENOTDIR: 'a part of the path isn’t a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'there is already something of that name',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'another program uses it',
};

/** Runs `work` on `path`; a refusal of the file system becomes a `FileFault`: `Can’t write /a/b: the disk is full.` */
export async function onFile<T>(verb: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!(error instanceof Error) || typeof code !== 'string' || !('syscall' in error)) throw error;
    throw new FileFault(`Can’t ${verb} ${path}: ${reasons[code] ?? `the system says ${code}`}.`, code);
  }
}
