import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileFault } from '../../src/platform/fileFault';
import { writeAtomically } from '../../src/platform/writeAtomically';
import { temporaryFolder } from '../runs/temporaryFolder';

const base = temporaryFolder();

test('a folder that isn’t there is what is named, not the file that was to be made', async () => {
  const writing = writeAtomically(join(base, 'none', 'y.csv'), 'a\n');
  await expect(writing).rejects.toThrow(FileFault);
  await expect(writing).rejects.toThrow(
    `Can’t write ${join(base, 'none', 'y.csv')}: there is no folder ${join(base, 'none')}.`,
  );
});

test('a refusal leaves nothing behind', async () => {
  mkdirSync(join(base, 'taken', 'inside'), { recursive: true });
  await expect(writeAtomically(join(base, 'taken'), 'a\n')).rejects.toThrow('Can’t write');
  expect(readdirSync(base)).toEqual(['taken']);
  await writeAtomically(join(base, 'y.csv'), 'a\n');
  expect(readFileSync(join(base, 'y.csv'), 'utf8')).toBe('a\n');
});
