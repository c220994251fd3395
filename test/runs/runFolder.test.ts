import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderAt, makeFolder } from '../../src/platform/folder';
import { listRuns } from '../../src/runs/folder/listRuns';
import {
  makeRunFolder,
  networkAddress,
  networkFileOf,
  openRun,
  readRunInfo,
  writeRunInfo,
} from '../../src/runs/folder/runFolder';
import { holdNewRun } from '../../src/runs/folder/runLock';
import type { RunInfo } from '../../src/runs/run';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const time = new Date(2026, 10, 23, 22, 31, 7);

const info = (folder: string, more: Partial<RunInfo> = {}): RunInfo => ({
  id: folder.split('/').at(-1)!,
  folder,
  network: 'cats.nn.json',
  startedAt: '2026-11-23T21:31:07.000Z',
  seed: 1,
  iterations: 10,
  stepsPerEpoch: 1,
  digest: 'd',
  state: 'running',
  iteration: 0,
  ...more,
});

describe('a run’s folder', () => {
  it('is named for its time, and gets a number where the time is taken', async () => {
    const file = join(base, 'named', 'cats.nn.json');
    const made = await Promise.all([1, 2, 3].map(() => makeRunFolder(file, time)));
    expect(made.map(({ path }) => path).sort()).toEqual(
      ['', '-2', '-3'].map(end => join(base, 'named', '.layerwise', 'runs', `2026-11-23T22-31-07${end}`)),
    );
    expect(readFileSync(join(base, 'named', '.layerwise', '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('gives back what was written of the run', async () => {
    const folder = await makeRunFolder(join(base, 'info', 'cats.nn.json'), time);
    const written = info(folder.path, { state: 'diverged', message: 'W2', iteration: 7 });
    await writeRunInfo(folder, written);
    expect(await readRunInfo(folder.path)).toEqual(written);
  });

  it('can be anywhere, but takes only one run', async () => {
    const place = join(base, 'elsewhere', 'run');
    const folder = await makeRunFolder(join(base, 'cats.nn.json'), time, place);
    expect(folder.path).toBe(place);
    const refusal = `${place} already holds a run: name another folder, or remove it.`;
    const lock = await holdNewRun(folder);
    await expect(holdNewRun(folder)).rejects.toThrow(refusal);
    await writeRunInfo(folder, info(place));
    await lock.release();
    await expect(holdNewRun(folder)).rejects.toThrow(refusal);
    expect(readdirSync(place)).toEqual(['run.json']);
  });

  it('knows its network file, wherever it is', () => {
    const file = join(base, 'cats.nn.json');
    for (const folder of [join(base, '.layerwise', 'runs', 'r'), join(base, 'out'), '/elsewhere/out']) {
      expect(networkFileOf({ folder, network: networkAddress(folder, file) })).toBe(file);
    }
    expect(networkAddress(join(base, '.layerwise', 'runs', 'r'), file)).toBe('cats.nn.json');
  });

  it('isn’t one without a run.json that can be read', async () => {
    const folder = await makeFolder(join(base, 'damaged'));
    for (const text of ['', '{', '[]', '{"state":"running"}']) {
      writeFileSync(join(folder.path, 'run.json'), text);
      expect(await readRunInfo(folder.path)).toBeUndefined();
    }
    await expect(openRun(folder.path)).rejects.toThrow('isn’t the folder of a run');
    expect(await readRunInfo(join(base, 'absent'))).toBeUndefined();
  });
});

describe('writing whole or not at all', () => {
  it('keeps the old file and leaves nothing behind where the writing fails', async () => {
    const folder = await makeFolder(join(base, 'whole'));
    await folder.write('run.json', 'old');
    async function* broken() {
      yield 'new';
      throw new Error('cut off');
    }
    await expect(folder.write('run.json', broken())).rejects.toThrow('cut off');
    expect(readdirSync(folder.path)).toEqual(['run.json']);
    expect(await folder.readText('run.json')).toBe('old');
  });

  it('says in one sentence why a file can’t be written', async () => {
    const inFile = folderAt(join(base, 'whole', 'run.json'));
    await expect(inFile.write('a', '')).rejects.toThrow(
      `Can’t write ${join(inFile.path, 'a')}: a part of the path isn’t a folder.`,
    );
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full', async () => {
    await expect(folderAt('/dev').writeFrom('full', 0, 'text')).rejects.toThrow(
      'Can’t write /dev/full: the disk is full.',
    );
  });
});

describe('listRuns', () => {
  it('lists the runs of one network, newest first, and passes over what isn’t a run', async () => {
    const file = join(base, 'list', 'cats.nn.json');
    expect(await listRuns(file)).toEqual([]);
    const add = async (more: Partial<RunInfo>) => {
      const folder = await makeRunFolder(file, time);
      await writeRunInfo(folder, info(folder.path, more));
      return folder.path;
    };
    const first = await add({});
    const second = await add({});
    const later = await add({ startedAt: '2026-11-23T22:00:00.000Z' });
    await add({ network: 'dogs.nn.json' });
    await makeRunFolder(file, time);
    // what can't be read either
    mkdirSync(join((await makeRunFolder(file, time)).path, 'run.json'));
    expect((await listRuns(file)).map(({ folder }) => folder)).toEqual([later, second, first]);
  });
});
