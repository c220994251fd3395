import { refusalOf } from '../data/bytes/refusal';

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

/** Runs `work` on `path`; a refusal of the file system becomes a `FileFault`: `Can’t write /a/b: the disk is full.` */
export async function onFile<T>(verb: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    throw new FileFault(`Can’t ${verb} ${path}: ${refusal}.`, (error as NodeJS.ErrnoException).code!);
  }
}
