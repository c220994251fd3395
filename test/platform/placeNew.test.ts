import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeNew } from '../../src/platform/placeNew';
import { temporaryFolder } from '../runs/temporaryFolder';

/** What a file system says that knows no links. */
const without = (code: string) => () =>
  Promise.reject(Object.assign(new Error(`${code}: no links here`), { code }));

const base = temporaryFolder();
let made = 0;
function folder(): string {
  const place = join(base, String(made++));
  mkdirSync(place);
  return place;
}

describe.each([undefined, 'EPERM', 'ENOTSUP', 'ENOSYS'])('a new file gets its name (links: %s)', code => {
  const place = (from: string, to: string) =>
    placeNew(from, to, code === undefined ? undefined : without(code));

  it('once, of many that try at a time, and whole', async () => {
    for (let round = 0; round < 20; round++) {
      const at = folder();
      const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(200_000));
      for (const [i, text] of texts.entries()) writeFileSync(join(at, `${i}.tmp`), text, { mode: 0o600 });
      const results = await Promise.all(texts.map((_, i) => place(join(at, `${i}.tmp`), join(at, 'name'))));
      expect(results.filter(Boolean)).toHaveLength(1);
      const winner = results.indexOf(true);
      expect(readFileSync(join(at, 'name'), 'utf8')).toBe(texts[winner]);
      expect(statSync(join(at, 'name')).mode & 0o777).toBe(0o600);
      // the others keep what they wrote
      expect(readdirSync(at)).toHaveLength(8);
      expect(readdirSync(at)).not.toContain(`${winner}.tmp`);
    }
  });

  it('not where something has it, and leaves that alone', async () => {
    const at = folder();
    writeFileSync(join(at, 'name'), 'old');
    writeFileSync(join(at, 'a.tmp'), 'new');
    expect(await place(join(at, 'a.tmp'), join(at, 'name'))).toBe(false);
    expect(readFileSync(join(at, 'name'), 'utf8')).toBe('old');
  });

  it('not where it can’t be written, and nothing is left', async () => {
    const at = folder();
    await expect(place(join(at, 'absent.tmp'), join(at, 'name'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(readdirSync(at)).toEqual([]);
  });
});
