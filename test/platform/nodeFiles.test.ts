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

  test('an address of another machine or of the web is refused, and nothing of it is touched', async () => {
    const files = nodeFiles(folder);
    const elsewhere = [
      'file://elsewhere/a.npy',
      '//elsewhere/share/a.npy',
      '\\\\elsewhere\\share\\a.npy',
      'https://elsewhere/a.npy',
    ];
    for (const x of elsewhere) {
      const { faults } = await describeData(settings({ train: { x, y: 'y.npy' } }), files);
      expect(faults[0]).toMatchObject({ code: 'bad-data-file', field: 'data.train.x' });
      expect(faults[0]?.message).toBe(
        `${x} can't be read: it isn’t on this machine; copy it into the folder of the network.`,
      );
    }
  });

  test('what isn’t there is undefined, also below a file and under an impossible name', async () => {
    const files = nodeFiles(folder);
    for (const name of ['no.csv', 'a.csv/no', 'x'.repeat(5000), 'a\0b']) {
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
    expect(faults[0]?.message).toBe("pipe.csv can't be read: it is a pipe, not a file.");
  });

  test('a device is a fault, also behind a link', async () => {
    symlinkSync('/dev/zero', join(folder, 'zeros.csv'));
    const { faults } = await describeData(settings({ file: 'zeros.csv', target: 'y' }), nodeFiles(folder));
    expect(faults[0]?.message).toBe("zeros.csv can't be read: it is a device, not a file.");
  });

  test('a link that leads nowhere is said with its target', async () => {
    symlinkSync('inside/moved.csv', join(folder, 'dangling.csv'));
    const { faults } = await describeData(settings({ file: 'dangling.csv', target: 'y' }), nodeFiles(folder));
    expect(faults[0]?.message).toBe(
      "dangling.csv can't be read: it is a link to inside/moved.csv, which isn’t there.",
    );
  });

  test('links that lead in a circle are a fault', async () => {
    symlinkSync('b', join(folder, 'c'));
    symlinkSync('c', join(folder, 'b'));
    const { faults } = await describeData(settings({ file: 'b', target: 'y' }), nodeFiles(folder));
    expect(faults[0]?.message).toBe("b can't be read: its links lead in a circle.");
  });
});

describe('files within folders', () => {
  let outer: string;
  let inner: string;

  beforeAll(() => {
    outer = mkdtempSync(join(tmpdir(), 'layerwise-outer-'));
    inner = join(outer, 'inner');
    mkdirSync(join(inner, 'sub'), { recursive: true });
    writeFileSync(join(outer, 'secret.csv'), 'x,y\n1,2\n');
    writeFileSync(join(inner, 'own.csv'), 'x,y\n1,2\n');
    const links = {
      'up.csv': '../secret.csv',
      'absolute.csv': join(outer, 'secret.csv'),
      away: '..',
      'back.csv': '../inner/own.csv',
      'here.csv': 'sub/../own.csv',
      'full.csv': join(inner, 'own.csv'),
    };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(inner, name));
    symlinkSync('inner', join(outer, 'door'));
  });

  afterAll(() => rmSync(outer, { recursive: true }));

  const sizeAt = async (base: string, address: string) => {
    const files = nodeFiles(base, [base]);
    return (await files.stat(files.resolve(address)))?.size;
  };

  test('what lies inside is read, also by links and under another name of the folder', async () => {
    for (const name of ['own.csv', 'here.csv', 'full.csv', 'sub/../own.csv', join(inner, 'own.csv')]) {
      expect(await sizeAt(inner, name), name).toBe(8);
      expect(await sizeAt(join(outer, 'door'), name === 'full.csv' ? 'own.csv' : name), name).toBe(8);
    }
  });

  test('what lies outside isn’t, by whatever way', async () => {
    const ways = [
      '../secret.csv',
      'up.csv',
      'absolute.csv',
      'away/secret.csv',
      '/etc/passwd',
      'file:///etc/passwd',
    ];
    for (const name of ways) {
      await expect(sizeAt(inner, name), name).rejects.toThrow(
        'it lies outside the workspace, which isn’t trusted',
      );
      const files = nodeFiles(inner, [inner]);
      await expect(files.open(files.resolve(name)), name).rejects.toThrow('outside the workspace');
    }
    const files = nodeFiles(inner, [inner]);
    await expect(files.list(outer)).rejects.toThrow('outside the workspace');
    expect((await files.list(inner)).find(({ name }) => name === 'away')?.folder).toBe(false);
  });

  test('a link that leaves and comes back leaves', async () => {
    await expect(sizeAt(inner, 'back.csv')).rejects.toThrow('it is a link to ../inner/own.csv');
  });
});
