import type { Files, OpenFile } from '../../../src/data/files';
import { memoryFiles } from '../memoryFiles';

/** Files in memory that can be read as Node's can: without waiting, and many parts at once. Counts what is open. */
export function readableFiles(contents: Readonly<Record<string, Uint8Array | string>>) {
  const files = memoryFiles(contents);
  let open = 0;
  let filled = 0;
  const readable: Files = {
    ...files,
    async open(path) {
      const { size, read, close } = await files.open(path);
      open++;
      const now: NonNullable<OpenFile['readNow']> = (offset, length) =>
        files.bytes.get(path)!.slice(offset, offset + length);
      return {
        size,
        read,
        readNow: now,
        async fill(parts) {
          await new Promise(resolve => setTimeout(resolve));
          let total = 0;
          for (const { offset, target } of parts) {
            const bytes = now(offset, target.length);
            target.set(bytes);
            total += bytes.length;
            filled++;
          }
          return total;
        },
        close: async () => {
          open--;
          await close();
        },
      };
    },
  };
  return {
    files: readable,
    bytes: files.bytes,
    /** Files that are open. */
    open: () => open,
    /** Parts that were read beside the work. */
    filled: () => filled,
  };
}
