/** What a file system says with a code, in the words of a person. */
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
  ELOOP: 'its links lead in a circle',
};

/** What Layerwise itself doesn't open: a pipe, what lies outside. The message is the end of a sentence, without a full stop. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    /** In the manner of Node's names: `EFTYPE` of what isn't a file, `EXDEV` of what lies outside, `EFBIG`, `ENOENT`. */
    readonly code: string,
  ) {
    super(message);
  }
}

/** Why the file system refused, as the end of a sentence; undefined where `error` isn't such a refusal. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  const { code } = error as Error & { readonly code?: unknown };
  return typeof code === 'string' ? (reasons[code] ?? `the system says ${code}`) : undefined;
}
