// node:fs/promises with time between the renamings, for a test to kill the process in it

import * as real from 'node:fs/promises';
import { basename } from 'node:path';

export * from 'node:fs/promises';

/** Milliseconds before each renaming and after it; 0 leaves them as quick as they are. */
const pause = Number(process.env.RENAMES_PAUSE ?? 0);

export async function rename(from: string, to: string): Promise<void> {
  if (pause === 0) return real.rename(from, to);
  await told('before', to);
  await real.rename(from, to);
  await told('after', to);
}

/** Tells the test, and gives it time. */
async function told(when: string, to: string): Promise<void> {
  process.send?.({ type: 'renaming', when, name: basename(to) });
  await new Promise(resolve => setTimeout(resolve, pause));
}
