import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/formats/safetensors';
import { readMetrics, readRunInfo } from '../../src/runs/folder/runFolder';
import { writerOf } from '../../src/runs/folder/runLock';
import { weightsOfRun } from '../../src/runs/folder/runWeights';
import type { RunInfo } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { type SavedRunOptions, savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from './network';
import { record } from './record';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'moons.nn.json');
const whole = ['best.safetensors', 'last.safetensors', 'metrics.jsonl', 'network.nn.json', 'run.json'];

/** A run that was stopped after so many steps. */
async function stoppedAt(steps: number, folder?: string): Promise<RunInfo> {
  const said = record();
  const session = startSession(
    reading => newRun({ file, text: networkText(), folder }, reading),
    said.events,
    { paused: true },
  );
  for (let i = 0; i < steps; i++) session.step();
  await Promise.race([said.until(() => said.points.length === steps), session.ended]);
  session.stop();
  return (await session.ended)!;
}

async function resumed(folder: string, options?: SavedRunOptions): Promise<RunInfo> {
  return (await startSession(reading => savedRun(folder, reading, options), {}).ended)!;
}

const tensors = (folder: string, name: string) =>
  readSafetensors(readFileSync(join(folder, `${name}.safetensors`))).tensors;

describe('a checkpoint is one generation', () => {
  it('counts from when run.json tells of it, before its files have their names', async () => {
    const { folder, checkpoint } = await stoppedAt(7);
    const uninterrupted = await stoppedAt(7);
    // as after a kill between the renaming of run.json and those of the weights
    renameSync(join(folder, 'last.safetensors'), join(folder, `last.${checkpoint!.last}.safetensors`));
    copyFileSync(join(uninterrupted.folder, 'best.safetensors'), join(folder, 'last.safetensors'));
    expect((await weightsOfRun(folder, 'last'))!.checkpoint.iteration).toBe(7);
    const done = await resumed(folder);
    expect(done).toMatchObject({ state: 'finished', iteration: 60 });
    expect(readdirSync(folder).sort()).toEqual(whole);
    const other = await resumed(uninterrupted.folder);
    expect(tensors(folder, 'last')).toEqual(tensors(other.folder, 'last'));
    expect(tensors(folder, 'best')).toEqual(tensors(other.folder, 'best'));
  });

  it('doesn’t count before, and what was written of it is removed', async () => {
    const { folder, checkpoint } = await stoppedAt(7);
    const next = checkpoint!.last + 1;
    writeFileSync(join(folder, `last.${next}.safetensors`), 'half');
    writeFileSync(join(folder, `best.${next}.safetensors`), '');
    writeFileSync(join(folder, 'run.json.01234567-89ab-cdef-0123-456789abcdef.tmp'), '{');
    appendFileSync(join(folder, 'metrics.jsonl'), '{"iteration":7,"epoch":1,"cost":9,"seconds":9}\n{"it');
    expect((await weightsOfRun(folder, 'last'))!.checkpoint.iteration).toBe(7);
    const points = await readMetrics((await readRunInfo(folder))!);
    expect(points.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const done = await resumed(folder);
    expect(readdirSync(folder).sort()).toEqual(whole);
    const lines = readFileSync(join(folder, 'metrics.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map(line => JSON.parse(line).iteration)).toEqual(Array.from({ length: 61 }, (_, i) => i));
    expect(done.checkpoint!.metrics).toBe(readFileSync(join(folder, 'metrics.jsonl')).length);
  });

  it('is cleared up after by the next run beside it, too', async () => {
    const { folder, checkpoint } = await stoppedAt(3);
    writeFileSync(join(folder, `last.${checkpoint!.last + 1}.safetensors`), 'half');
    const dead = { pid: 2 ** 30 + 1, host: hostname(), space: '', since: '', token: '' };
    writeFileSync(join(folder, 'run.lock'), JSON.stringify(dead));
    const heard = new Date(Date.now() - 600_000);
    utimesSync(join(folder, 'run.lock'), heard, heard);
    const unbegun = join(folder, '..', '2026-01-01T00-00-00');
    const noted = join(folder, '..', '2026-01-01T00-00-01');
    for (const path of [unbegun, noted]) {
      mkdirSync(path);
      writeFileSync(join(path, 'network.nn.json'), '{}');
      writeFileSync(join(path, 'last.1.safetensors'), 'half');
    }
    writeFileSync(join(noted, 'notes.md'), 'mine');
    await stoppedAt(1);
    expect(readdirSync(folder).sort()).toEqual(whole);
    expect(existsSync(unbegun)).toBe(false);
    expect(readdirSync(noted)).toContain('notes.md');
  });

  it('tells of weights that were exchanged from outside', async () => {
    const { folder } = await stoppedAt(4);
    const other = await stoppedAt(5);
    copyFileSync(join(other.folder, 'best.safetensors'), join(folder, 'last.safetensors'));
    await expect(resumed(folder)).rejects.toThrow(/isn’t the one that run\.json tells of/);
    expect(await writerOf(folder)).toBeUndefined();
  });

  it('goes on with a run from before there were generations', async () => {
    const { folder } = await stoppedAt(7);
    const uninterrupted = await resumed((await stoppedAt(7)).folder);
    const { checkpoint: _, ...older } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    writeFileSync(join(folder, 'run.json'), JSON.stringify(older));
    for (const name of ['last.safetensors', 'best.safetensors']) {
      const { tensors, metadata } = readSafetensors(readFileSync(join(folder, name)));
      const { generation, ...others } = metadata;
      expect(generation).toBeDefined();
      writeFileSync(join(folder, name), writeSafetensors({ tensors, metadata: others }));
    }
    appendFileSync(join(folder, 'metrics.jsonl'), '{"iteration":7,"epoch":1,"cost":9,"seconds":9}\n{"it');
    expect((await weightsOfRun(folder, 'best'))!.checkpoint.iteration).toBeLessThanOrEqual(7);
    const done = await resumed(folder);
    for (const name of ['last', 'best'])
      expect(tensors(folder, name)).toEqual(tensors(uninterrupted.folder, name));
    expect((await readMetrics(done)).map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 61 }, (_, i) => i),
    );
  });

  it('trains on, from a run that took all its steps', async () => {
    const done = await resumed((await stoppedAt(7)).folder);
    await expect(resumed(done.folder)).rejects.toThrow('The run took 60 steps');
    const more = await resumed(done.folder, { iterations: 90 });
    expect(more).toMatchObject({ state: 'finished', iteration: 90, iterations: 90, id: done.id });
    expect((await readMetrics(more)).map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 91 }, (_, i) => i),
    );
  });
});

describe('one process writes a run', () => {
  it('and another is refused, until it is done', async () => {
    const said = record();
    const session = startSession(
      reading => newRun({ file, text: networkText({ iterations: 1_000_000 }) }, reading),
      said.events,
    );
    await said.until(() => said.points.length > 5);
    const { folder } = said.info()!;
    await expect(resumed(folder)).rejects.toThrow(
      `The run ${folder} is in progress in another window or terminal (process ${process.pid} on ${hostname()})`,
    );
    expect(await writerOf(folder)).toMatchObject({ pid: process.pid });
    session.stop('The reason.');
    expect(await session.ended).toMatchObject({ state: 'stopped', message: 'The reason.' });
    expect((await readRunInfo(folder))!.message).toBe('The reason.');
    expect(await writerOf(folder)).toBeUndefined();
  });

  it('of two that begin in one place', async () => {
    for (let round = 0; round < 5; round++) {
      const place = join(base, `out-${round}`);
      const results = await Promise.allSettled([stoppedAt(3, place), stoppedAt(3, place)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = results.find(result => result.status === 'rejected');
      expect(String((refused as PromiseRejectedResult).reason)).toContain(`${place} already holds a run`);
      expect(readdirSync(place).sort()).toEqual(whole);
    }
  });

  it('and writes nothing more where it was taken over', async () => {
    const said = record();
    const session = startSession(reading => newRun({ file, text: networkText() }, reading), said.events, {
      paused: true,
    });
    session.step();
    await said.until(() => said.states.at(-1) === 'paused' && said.points.length === 1);
    const { folder } = said.info()!;
    await expect.poll(async () => (await readRunInfo(folder))!.iteration).toBe(1);
    const lock = join(folder, 'run.lock');
    writeFileSync(lock, JSON.stringify({ ...(await writerOf(folder)), token: 'another' }));
    session.step();
    await expect(session.ended).rejects.toThrow('The run was taken over by another window or terminal');
    expect(await readRunInfo(folder)).toMatchObject({ state: 'paused', iteration: 1 });
    rmSync(lock);
  });
});
