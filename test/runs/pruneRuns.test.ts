import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { FileLock } from '../../src/platform/fileLock';
import { listRuns } from '../../src/runs/folder/listRuns';
import { pruneRuns } from '../../src/runs/folder/pruneRuns';
import { pinRun, runEntry, stateOf } from '../../src/runs/folder/runEntry';
import { makeRunFolder, networkAddress, writeRunInfo } from '../../src/runs/folder/runFolder';
import { tidyRuns } from '../../src/runs/folder/tidyRuns';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'cats.nn.json');

/** A finished run of `network`, begun at that minute. */
async function finished(minute: number, network = file, place?: string): Promise<string> {
  const time = new Date(2026, 10, 23, 22, minute, 0);
  const folder = await makeRunFolder(network, time, place);
  writeFileSync(join(folder.path, 'last.safetensors'), 'x'.repeat(1000));
  await writeRunInfo(folder, {
    id: basename(folder.path),
    folder: folder.path,
    network: networkAddress(folder.path, network),
    startedAt: time.toISOString(),
    seed: 1,
    iterations: 10,
    stepsPerEpoch: 1,
    digest: '',
    state: 'finished',
    iteration: 10,
  });
  return folder.path;
}

it('the oldest runs beyond the limit are removed, and no other', async () => {
  const runs: string[] = [];
  for (let minute = 0; minute < 9; minute++) runs.push(await finished(minute));
  const other = await finished(0, join(base, 'dogs.nn.json'));
  const elsewhere = await finished(0, file, join(base, 'out'));
  const [pinned, alive, shown, noted, oldest, older] = runs as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await pinRun({ folder: pinned }, true);
  const lock = await FileLock.take(join(alive, 'run.lock'));
  if (!(lock instanceof FileLock)) throw new Error('it isn’t free');
  writeFileSync(join(noted, 'notes.md'), 'mine');

  for (const none of [0, -1, Number.NaN, 'all' as never]) expect(await pruneRuns(file, none)).toEqual([]);
  expect(await pruneRuns(file, 100)).toEqual([]);
  expect((await pruneRuns(file, 3, new Set([shown]))).sort()).toEqual([oldest, older]);
  for (const kept of [pinned, alive, shown, noted, other, elsewhere, ...runs.slice(6)])
    expect(existsSync(join(kept, 'run.json')), kept).toBe(true);
  await lock.release();
  await pinRun({ folder: pinned }, false);
  expect((await pruneRuns(file, 1)).sort()).toEqual([pinned, alive, shown, ...runs.slice(6, 8)]);
  expect((await listRuns(file)).map(({ folder }) => folder)).toEqual([runs[8], noted]);
  expect(await pruneRuns(file, 1)).toEqual([]);
});

it('a removal that was cut off is ended by the next start, and isn’t a run', async () => {
  const network = join(base, 'half', 'cats.nn.json');
  mkdirSync(dirname(network));
  const run = await finished(0, network);
  const half = join(dirname(run), '.removed-2026-11-23T21-00-00');
  mkdirSync(half);
  writeFileSync(join(half, 'run.json'), '{}');
  expect(await listRuns(network)).toHaveLength(1);
  await tidyRuns(dirname(run));
  expect(readdirSync(dirname(run))).toEqual([basename(run)]);
});

it('a list says the size of a run, whether it is pinned, and that its process has gone', async () => {
  const network = join(base, 'list.nn.json');
  const folder = await finished(30, network);
  const [info] = await listRuns(network);
  const entry = await runEntry({ ...info!, state: 'running' });
  expect(entry).toMatchObject({ pinned: false, writer: undefined, last: undefined });
  expect(entry.bytes).toBeGreaterThan(1000);
  expect(entry.bytes).toBeLessThan(2000);
  expect(stateOf(entry)).toBe('stopped');
  await pinRun({ folder }, true);
  expect((await runEntry(info!)).pinned).toBe(true);
});
