import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderAt } from '../../src/platform/folder';

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'layerwise-folder-'));
});

afterEach(() => rmSync(path, { recursive: true }));

test('the size of a folder is that of the files that are still there', async () => {
  writeFileSync(join(path, 'a.json'), 'x'.repeat(100));
  // read with the names of the folder, and gone when it is looked at
  symlinkSync('renamed meanwhile', join(path, 'last.2.safetensors'));
  expect(await folderAt(path).size()).toBe(100);
  expect(await folderAt(join(path, 'removed meanwhile')).size()).toBe(0);
});

describe('reading from a folder', () => {
  test('a file is read whole, also by a link; what isn’t there is undefined', async () => {
    writeFileSync(join(path, 'a.json'), '{}');
    symlinkSync('a.json', join(path, 'b.json'));
    const folder = folderAt(path);
    expect(await folder.readText('a.json')).toBe('{}');
    expect(await folder.readText('b.json')).toBe('{}');
    expect(await folder.readText('c.json')).toBeUndefined();
    expect(await folder.readText('a.json/d')).toBeUndefined();
  });

  test('a pipe, a device and a folder are refused at once, each in a sentence', async () => {
    execFileSync('mkfifo', [join(path, 'pipe')]);
    symlinkSync('/dev/zero', join(path, 'zeros'));
    mkdirSync(join(path, 'folder'));
    const kinds = { pipe: 'pipe', zeros: 'device', folder: 'folder' };
    for (const [name, kind] of Object.entries(kinds)) {
      await expect(folderAt(path).read(name)).rejects.toThrow(
        `Can’t read ${join(path, name)}: it is a ${kind}, not a file.`,
      );
    }
  });

  test('a file with more bytes than asked for is refused before it is read', async () => {
    writeFileSync(join(path, 'long'), 'x'.repeat(2000));
    await expect(folderAt(path).readText('long', 1000)).rejects.toThrow(
      `Can’t read ${join(path, 'long')}: it has 2.00 kB, and at most 1.00 kB are read.`,
    );
  });
});
