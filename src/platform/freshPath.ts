import { access } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

/** `path`, or where something is there already `name-2.csv`, `name-3.csv` … beside it. */
export async function freshPath(path: string): Promise<string> {
  const extension = extname(path);
  const stem = basename(path, extension);
  for (let n = 1; ; n++) {
    const fresh = n === 1 ? path : join(dirname(path), `${stem}-${n}${extension}`);
    const taken = await access(fresh).then(
      () => true,
      () => false,
    );
    if (!taken) return fresh;
  }
}
