/** What Windows, and its drives elsewhere, say of a file that a virus scanner, an indexer or a reader holds for a moment. */
const held = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** Milliseconds between the tries: about a second in all. */
const pauses = [10, 20, 40, 80, 160, 320, 400];

/** Renames or removes a file, and tries again for a second where another program holds it. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!held.has(String((error as NodeJS.ErrnoException).code))) throw error;
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
  return work();
}
