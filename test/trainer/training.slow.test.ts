import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { readMetrics, readRunInfo } from '../../src/runs/folder/runFolder';
import type { MetricPoint } from '../../src/runs/run';
import { abandonedMessage } from '../../src/runs/run';
import { bundle } from '../cli/bundle';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { Trainer } from './trainer';

// each test starts processes, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000 });

const built = bundle('trainer');
const base = temporaryFolder();
const file = join(base, 'moons.nn.json');
const begin = (text: string, paused = false) => {
  const trainer = new Trainer(built.path('trainer'));
  trainer.send({ type: 'train', file, text, paused });
  return trainer;
};
const lastWeights = (folder: string) => decodeCheckpoint(readFileSync(join(folder, 'last.safetensors')));
const untimed = (points: readonly MetricPoint[]) => points.map(({ seconds: _, ...point }) => point);
/** Half a minute or more; every 50th point is kept. */
const endless = networkText({ iterations: 1_000_000 });
/** A step of about a second: 40,000 examples in one batch, through two wide layers. */
const bigSteps = networkText({ batchSize: 'all', iterations: 1000 }, { examples: 40_000 }).replace(
  '"units":5',
  '"units":1000',
);

describe('the training process', () => {
  it('trains, tells of it, and ends', async () => {
    const trainer = begin(networkText());
    expect(await trainer.ended).toEqual({ code: 0, signal: null });
    expect(trainer.states).toEqual(['preparing', 'running', 'finished']);
    expect(trainer.points.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 61 }, (_, i) => i));
    expect(trainer.info).toMatchObject({ state: 'finished', iteration: 60 });
    // the state comes after all points
    const order = trainer.messages.map(({ type }) => type);
    expect(order.lastIndexOf('metrics')).toBeLessThan(order.lastIndexOf('state'));
  });

  it('that was made ready trains what it is asked to, as if it had not been', async () => {
    const text = networkText();
    const plain = begin(text);
    await plain.ended;
    const ready = new Trainer(built.path('trainer'));
    ready.send({ type: 'be-ready', file, text });
    // it waits, and says nothing
    await new Promise(resolve => setTimeout(resolve, 1500));
    expect(ready.messages).toEqual([]);
    ready.send({ type: 'train', file, text, paused: false });
    expect(await ready.ended).toEqual({ code: 0, signal: null });
    expect(untimed(ready.points)).toEqual(untimed(plain.points));
    expect(lastWeights(ready.info.folder)).toEqual(lastWeights(plain.info.folder));
  });

  it('that was made ready ends with its host', async () => {
    const ready = new Trainer(built.path('trainer'));
    ready.send({ type: 'be-ready', file, text: networkText() });
    await new Promise(resolve => setTimeout(resolve, 500));
    ready.child.disconnect();
    expect(await ready.ended).toEqual({ code: 0, signal: null });
  });

  it('pauses, steps, resumes and stops', async () => {
    const trainer = begin(networkText(), true);
    await trainer.until(() => trainer.states.includes('paused'));
    trainer.send({ type: 'step' });
    await trainer.until(() => trainer.points.length === 1);
    trainer.send({ type: 'step' });
    await trainer.until(() => trainer.points.length === 2);
    trainer.send({ type: 'resume' });
    await trainer.until(() => trainer.states.includes('running'));
    await trainer.ended;
    expect(trainer.states).toEqual(['preparing', 'paused', 'running', 'finished']);
    expect(trainer.points.length).toBe(61);
  });

  it('sends at most about twenty messages of metrics a second', async () => {
    const began = performance.now();
    const trainer = begin(endless);
    await trainer.until(() => trainer.all('metrics').length >= 30);
    const seconds = (performance.now() - began) / 1000;
    expect(trainer.all('metrics').length / seconds).toBeLessThanOrEqual(22);
    trainer.send({ type: 'stop' });
    await trainer.ended;
  });

  it.each([
    ['among quick steps', endless],
    ['in the middle of a step that takes long', bigSteps],
  ])('answers a stop %s, and keeps the weights', async (_, text) => {
    const waits: number[] = [];
    for (let round = 0; round < 3; round++) {
      const trainer = begin(text);
      await trainer.until(() => trainer.states.includes('running'));
      await new Promise(resolve => setTimeout(resolve, 150 + 77 * round));
      const asked = performance.now();
      trainer.send({ type: 'stop' });
      await trainer.until(() => trainer.states.includes('stopped'));
      waits.push(performance.now() - asked);
      await trainer.ended;
      expect(lastWeights(trainer.info.folder).iteration).toBe(trainer.info.iteration);
    }
    console.log(`stop answered after ${waits.map(wait => wait.toFixed(0)).join(', ')} ms`);
    // the machine may be shared with many other processes; what is printed on a quiet one stays below 100
    expect(Math.min(...waits)).toBeLessThan(500);
  });

  it('leaves, when it is killed, a checkpoint from which the run goes on exactly', async () => {
    const text = networkText({ iterations: 30_000 });
    const whole = begin(text);
    await whole.ended;

    const killed = begin(text, true);
    await killed.until(() => killed.states.includes('paused'));
    killed.send({ type: 'resume' });
    await killed.until(() => killed.points.length > 100);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toEqual({ code: null, signal: 'SIGKILL' });
    const { folder } = killed.info;
    const left = (await readRunInfo(folder))!;
    expect(left.state).toBe('running');
    expect(lastWeights(folder).iteration).toBe(left.iteration);

    const resumed = new Trainer(built.path('trainer'));
    resumed.send({ type: 'resume-run', folder, paused: false });
    await resumed.ended;
    expect(resumed.info).toMatchObject({ state: 'finished', iteration: 30_000, folder });
    expect(lastWeights(folder)).toEqual(lastWeights(whole.info.folder));
    expect(untimed(await readMetrics((await readRunInfo(folder))!))).toEqual(
      untimed(await readMetrics(whole.info)),
    );
  }, 60_000);

  it('writes a checkpoint and ends when the window that started it has gone', async () => {
    const trainer = begin(endless);
    await trainer.until(() => trainer.points.length > 10);
    const seen = trainer.points.at(-1)!.iteration;
    trainer.child.disconnect();
    await trainer.ended;
    const info = (await readRunInfo(trainer.info.folder))!;
    expect(info).toMatchObject({ state: 'stopped', message: abandonedMessage });
    expect(info.iteration).toBeGreaterThan(seen);
    expect(lastWeights(info.folder).iteration).toBe(info.iteration);
    const points = await readMetrics(info);
    expect(points.at(-1)!.iteration).toBeLessThan(info.iteration);
  });

  it('ends when it is told to terminate, with a checkpoint', async () => {
    const trainer = begin(endless);
    await trainer.until(() => trainer.points.length > 10);
    trainer.child.kill('SIGTERM');
    expect(await trainer.ended).toEqual({ code: 0, signal: null });
    expect(trainer.states.at(-1)).toBe('stopped');
  });

  it('ends when the window goes before it was told anything', async () => {
    const trainer = new Trainer(built.path('trainer'));
    trainer.child.disconnect();
    expect((await trainer.ended).code).toBe(0);
  });

  it('tells a user’s fault in one sentence', async () => {
    const trainer = begin(networkText({ loss: 'mse' }));
    expect((await trainer.ended).code).toBe(0);
    const [fault] = trainer.all('fault');
    expect(fault).toMatchObject({
      file,
      message: expect.stringMatching(/^moons\.nn\.json, line 1: .*"mse"/),
    });
    expect(trainer.states).toEqual(['preparing', 'failed']);
  });

  it('says where a run can’t be written, and ends', async () => {
    const trainer = new Trainer(built.path('trainer'));
    writeFileSync(join(base, 'file'), '');
    trainer.send({
      type: 'train',
      file: join(base, 'file', 'moons.nn.json'),
      text: networkText(),
      paused: false,
    });
    await trainer.ended;
    expect(trainer.all('fault').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Can’t make the folder .*: a part of the path isn’t a folder\.$/),
    ]);
  });

  it('doesn’t do what it doesn’t know, and only one thing', async () => {
    const trainer = begin(endless);
    await trainer.until(() => trainer.states.includes('running'));
    trainer.send({ type: 'explode' });
    await trainer.until(() => trainer.all('fault').length === 1);
    trainer.send({ type: 'train', file, text: endless, paused: false });
    await trainer.until(() => trainer.all('fault').length === 2);
    expect(trainer.all('fault').map(({ message }) => message)).toEqual([
      'The training process was sent a message that it doesn’t know.',
      'This training process is at work already: start another one.',
    ]);
    trainer.send({ type: 'stop' });
    await trainer.ended;
    expect(trainer.states.at(-1)).toBe('stopped');
  });
});
