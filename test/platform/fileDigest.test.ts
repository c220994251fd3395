import { mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { fileDigest, fileTraits } from '../../src/platform/fileDigest';
import { temporaryFolder } from '../runs/temporaryFolder';

const base = temporaryFolder();
const names = ['b/2.png', 'a.png', 'b/10.png', 'b/c/1.png', 'd/1.png'];
const time = new Date('2026-01-01T00:00:00Z');

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, time, time);
}

/** A folder of these files, made in this order. */
function folderOf(name: string, files: readonly string[]): string {
  const folder = join(base, name);
  for (const file of files) write(join(folder, file), `picture ${file}`);
  return folder;
}

it('a folder is known again however its files were made, and not when one of them is another', async () => {
  const folder = folderOf('pictures', names);
  const digest = (await fileDigest(folder))!;
  const size = names.reduce((sum, name) => sum + `picture ${name}`.length, 0);
  expect(digest).toMatchObject({ size, files: names.length, modified: time.getTime() });
  expect(await fileTraits(folder)).toMatchObject({ size, files: names.length, modified: time.getTime() });
  expect(await fileDigest(folderOf('again', [...names].reverse()))).toEqual(digest);

  const changed: string[] = [];
  const look = async () => changed.push((await fileDigest(folder))!.digest);
  write(join(folder, 'b/c/1.png'), 'picture B/c/1.png');
  await look();
  renameSync(join(folder, 'b/2.png'), join(folder, 'b/3.png'));
  await look();
  write(join(folder, 'd/e/f/1.png'), 'one more');
  await look();
  expect(new Set([digest.digest, ...changed]).size).toBe(4);
  // links aren't followed: they could lead round in a circle
  symlinkSync(folder, join(folder, 'd/round'));
  expect((await fileDigest(folder))!.digest).toBe(changed.at(-1));
});

it('what isn’t there has none', async () => {
  expect(await fileDigest(join(base, 'nothing'))).toBeUndefined();
  expect(await fileTraits(join(base, 'nothing'))).toBeUndefined();
});

it('links to files are known by what they lead to, and those to nothing are passed over', async () => {
  const folder = folderOf('real', ['a.png', 'b.png']);
  const linked = join(base, 'linked');
  mkdirSync(linked);
  symlinkSync(join(folder, 'a.png'), join(linked, '1.png'));
  symlinkSync(join(folder, 'gone.png'), join(linked, '2.png'));
  symlinkSync(folder, join(linked, 'more'));
  const one = (await fileDigest(linked))!;
  expect(one.files).toBe(1);
  symlinkSync(join(folder, 'b.png'), join(linked, '3.png'));
  const two = (await fileDigest(linked))!;
  expect(two.files).toBe(2);
  expect(two.digest).not.toBe(one.digest);
});
