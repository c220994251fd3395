import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeData } from '../../src/data/data';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { settings } from '../data/settings';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-files-'));
  writeFileSync(join(folder, 'a.csv'), '0123456789');
  mkdirSync(join(folder, 'inside'));
  symlinkSync('inside', join(folder, 'link'));
  symlinkSync('nowhere', join(folder, 'broken'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('Node’s files', () => {
  test('addresses are those beside the network file, absolute ones, and file URLs', () => {
    const files = nodeFiles(folder);
    expect(files.resolve('inside/../a.csv')).toBe(join(folder, 'a.csv'));
    expect(files.resolve('/data/a.csv')).toBe('/data/a.csv');
    expect(files.resolve(pathToFileURL(join(folder, 'a b.csv')).href)).toBe(join(folder, 'a b.csv'));
  });

  test('a file URL that no path can be made of is a file that isn’t there', async () => {
    const files = nodeFiles(folder);
    for (const url of ['file://elsewhere/a.csv', 'file:///%zz']) {
      expect(await files.stat(files.resolve(url))).toBeUndefined();
    }
    const { faults } = await describeData(
      settings({ train: { x: 'file://elsewhere/a.npy', y: 'y.npy' } }),
      files,
    );
    expect(faults[0]).toMatchObject({ code: 'missing-data-file', field: 'data.train.x' });
  });

  test('what isn’t there is undefined, also below a file and under an impossible name', async () => {
    const files = nodeFiles(folder);
    for (const name of ['no.csv', 'a.csv/no', 'broken', 'x'.repeat(5000), 'a\0b']) {
      expect(await files.stat(files.resolve(name))).toBeUndefined();
    }
    expect(await files.stat(files.resolve('a.csv'))).toMatchObject({ size: 10, folder: false });
    expect(await files.stat(files.resolve('inside'))).toMatchObject({ folder: true });
  });

  test('a folder is listed, links followed', async () => {
    const files = nodeFiles(folder);
    const entries = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(entries).toEqual([
      { name: 'a.csv', folder: false },
      { name: 'broken', folder: false },
      { name: 'inside', folder: true },
      { name: 'link', folder: true },
    ]);
  });

  test('bytes are read from anywhere, fewer at the end', async () => {
    const file = await nodeFiles(folder).open(join(folder, 'a.csv'));
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect(file.size).toBe(10);
    expect(text(await file.read(2, 3))).toBe('234');
    expect(text(file.readNow!(2, 3))).toBe('234');
    expect(text(await file.read(8, 30))).toBe('89');
    expect(text(file.readNow!(8, 30))).toBe('89');
    expect(await file.read(30, 5)).toHaveLength(0);
    await file.close();
  });

  test('a pipe is a fault at once, instead of being waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    const { faults } = await describeData(settings({ file: 'pipe.csv', target: 'y' }), nodeFiles(folder));
    expect(faults[0]?.message).toBe("pipe.csv can't be read: it is not a file.");
  });
});
