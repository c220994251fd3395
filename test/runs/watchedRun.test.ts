import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readMetrics, readRunInfo } from '../../src/runs/folder/runFolder';
import { WatchedRun } from '../../src/runs/folder/watchedRun';
import type { MetricPoint } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from './network';
import { record } from './record';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'moons.nn.json');

it('follows a run that another process writes, and reads each point once', async () => {
  const said = record();
  const session = startSession(reading => newRun({ file, text: networkText() }, reading), said.events, {
    paused: true,
  });
  const step = async (upTo: number) => {
    session.step();
    await said.until(() => said.points.length === upTo);
    await expect.poll(async () => (await readRunInfo(folder))!.iteration).toBe(upTo);
  };
  await said.until(() => said.states.includes('paused'));
  const { folder } = said.info()!;
  await step(1);
  const shown = (await readRunInfo(folder))!;
  const seen: MetricPoint[] = [...(await readMetrics(shown))];
  const watched = new WatchedRun(shown);
  for (const upTo of [2, 3]) {
    await step(upTo);
    const found = (await watched.look())!;
    expect(found).toMatchObject({
      info: { state: 'paused', iteration: upTo },
      writer: expect.stringContaining(`process ${process.pid}`),
    });
    seen.push(...found.points);
    expect((await watched.look())!.points).toEqual([]);
  }
  session.resume();
  await session.ended;
  const over = (await watched.look())!;
  expect(over).toMatchObject({ info: { state: 'finished', iteration: 60 }, writer: undefined });
  seen.push(...over.points);
  expect(seen).toEqual(await readMetrics(over.info));
  rmSync(folder, { recursive: true });
  expect(await watched.look()).toBeUndefined();
});

it('is not held up by the means of very many inputs, nor by points that were never written', async () => {
  const { folder } = (await startSession(reading => newRun({ file, text: networkText() }, reading), {})
    .ended)!;
  const info = (await readRunInfo(folder))!;
  const watched = new WatchedRun({ ...info, checkpoint: { last: 0, metrics: 0 } });
  const run = join(folder, 'run.json');
  const mean = Array.from({ length: 50_000 }, (_, i) => i + 0.123456789);
  const preprocessing = { ...info.preprocessing, standardise: { mean, deviation: mean } };
  const checkpoint = { ...info.checkpoint, metrics: 2 ** 40 };
  const written = JSON.parse(readFileSync(run, 'utf8'));
  writeFileSync(run, JSON.stringify({ ...written, checkpoint, preprocessing }, undefined, 2));
  const found = (await watched.look())!;
  expect(found.info.preprocessing).toBeUndefined();
  expect(found.info.state).toBe('finished');
  expect(found.points.length).toBeGreaterThan(0);
});
