import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { readMetrics, readRunInfo } from '../../src/runs/folder/runFolder';
import type { MetricPoint } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from './network';
import { record } from './record';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'moons.nn.json');

const weightsOf = (folder: string, name = 'last') =>
  decodeCheckpoint(readFileSync(join(folder, `${name}.safetensors`)));
/** The fields that have a value. */
const written = (point: object) => JSON.parse(JSON.stringify(point)) as object;

const untimed = (points: readonly MetricPoint[]) => points.map(({ seconds: _, ...point }) => point);

async function trained(text: string, paused = false) {
  const said = record();
  const session = startSession(reading => newRun({ file, text }, reading), said.events, { paused });
  return { session, said };
}

describe('a run', () => {
  it('trains to its end and keeps network, metrics, weights and what it is', async () => {
    const text = networkText();
    const { session, said } = await trained(text);
    const info = (await session.ended)!;
    expect(said.states).toEqual(['preparing', 'running', 'finished']);
    expect(info).toMatchObject({
      state: 'finished',
      iteration: 60,
      iterations: 60,
      stepsPerEpoch: 5,
      seed: 4,
    });
    expect(await readRunInfo(info.folder)).toEqual({ ...info, message: undefined });
    expect(readFileSync(join(info.folder, 'network.nn.json'), 'utf8')).toBe(text);

    const points = await readMetrics(info);
    expect(points).toEqual(said.points.map(point => JSON.parse(JSON.stringify(point))));
    expect(points.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 61 }, (_, i) => i));
    const evaluated = points.filter(point => point.test?.accuracy !== undefined);
    expect(evaluated.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 13 }, (_, i) => i * 5));

    expect(weightsOf(info.folder).iteration).toBe(60);
    const lowest = evaluated.reduce((a, b) => (b.testCost! < a.testCost! ? b : a));
    expect(weightsOf(info.folder, 'best').iteration).toBe(lowest.iteration);
  });

  it('evaluates as often as the file says', async () => {
    const { session, said } = await trained(networkText({ evaluateEvery: 25 }));
    await session.ended;
    const evaluated = said.points.filter(point => point.train?.accuracy !== undefined);
    expect(evaluated.map(({ iteration }) => iteration)).toEqual([0, 25, 50, 60]);
  });

  it('takes exactly the steps asked for while paused', async () => {
    const { session, said } = await trained(networkText(), true);
    await said.until(() => said.states.includes('paused'));
    expect(said.points).toEqual([]);
    session.step();
    await said.until(() => said.points.length === 1);
    session.step();
    session.step();
    await said.until(() => said.points.length === 3);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(said.points.length).toBe(3);
    session.stop();
    const info = (await session.ended)!;
    expect(info).toMatchObject({ state: 'stopped', iteration: 3 });
    expect(weightsOf(info.folder).iteration).toBe(3);
    expect(said.states).toEqual(['preparing', 'paused', 'stopped']);
  });

  it('pauses, with its weights kept, and goes on', async () => {
    const { session, said } = await trained(networkText({ iterations: 1_000_000 }));
    await said.until(() => said.points.length > 100);
    session.pause();
    await said.until(() => said.states.includes('paused'));
    const seen = said.points.length;
    const { folder, iteration } = (await readRunInfo(said.info()!.folder))!;
    expect(weightsOf(folder).iteration).toBe(iteration);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(said.points.length).toBe(seen);
    session.resume();
    await said.until(() => said.points.length > seen + 100);
    session.stop();
    expect((await session.ended)!.iteration).toBeGreaterThan(iteration);
    expect(said.states).toEqual(['preparing', 'running', 'paused', 'running', 'stopped']);
  });

  it('tells where it pauses, and takes single steps from there, one by one', async () => {
    const { session, said } = await trained(networkText({ iterations: 1_000_000 }));
    for (let round = 0; round < 3; round++) {
      await said.until(() => said.points.length > 2 + round);
      session.pause();
      await said.until(() => said.states.at(-1) === 'paused');
      const taken = (await readRunInfo(said.info()!.folder))!.iteration;
      expect(said.info()).toMatchObject({ state: 'paused', iteration: taken });
      session.step();
      await said.until(() => said.points.at(-1)!.iteration === taken);
      expect(said.points.at(-1)!.train?.accuracy).toBeDefined();
      session.resume();
      await said.until(() => said.points.at(-1)!.iteration > taken);
    }
    session.stop();
    await session.ended;
  });

  it('leaves pauses out of its seconds', async () => {
    const { session, said } = await trained(networkText(), true);
    await said.until(() => said.states.includes('paused'));
    await new Promise(resolve => setTimeout(resolve, 1000));
    session.resume();
    await session.ended;
    expect(said.points[0]!.seconds).toBeLessThan(0.9);
  });

  it('goes on from a stop as if it hadn’t been stopped, to the last bit', async () => {
    const whole = await trained(networkText());
    const wholeInfo = (await whole.session.ended)!;

    const first = await trained(networkText(), true);
    for (let i = 0; i < 23; i++) first.session.step();
    await first.said.until(() => first.said.points.length === 23);
    first.session.stop();
    const stopped = (await first.session.ended)!;
    expect(stopped.iteration).toBe(23);

    const second = record();
    const info = (await startSession(reading => savedRun(stopped.folder, reading), second.events).ended)!;
    expect(info).toMatchObject({ id: stopped.id, state: 'finished', iteration: 60 });
    // single steps are measured each, for the eye; what the whole run has, the other has to the last bit
    const points = await readMetrics(info);
    const wholePoints = await readMetrics(wholeInfo);
    expect(points.length).toBe(wholePoints.length);
    for (const [i, point] of untimed(wholePoints).entries()) expect(points[i]).toMatchObject(written(point));
    for (const name of ['last', 'best'])
      expect(weightsOf(info.folder, name)).toEqual(weightsOf(wholeInfo.folder, name));
    expect(second.points[0]!.seconds).toBeGreaterThan(first.said.points.at(-1)!.seconds);
  });

  it('drops, when it goes on, what was measured after the last checkpoint', async () => {
    const { session, said } = await trained(networkText(), true);
    for (let i = 0; i < 10; i++) session.step();
    await said.until(() => said.points.length === 10);
    session.stop();
    const { folder } = (await session.ended)!;
    const metrics = join(folder, 'metrics.jsonl');
    const torn = '{"iteration":10,"epoch":2,"cost":99,"seconds":1}\n{"iteration":11,"ep';
    writeFileSync(metrics, readFileSync(metrics, 'utf8') + torn);
    const again = record();
    const resumed = startSession(reading => savedRun(folder, reading), again.events, { paused: true });
    await again.until(() => again.states.includes('paused'));
    resumed.stop();
    await resumed.ended;
    expect((await readMetrics((await readRunInfo(folder))!)).map(({ iteration }) => iteration)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('stops at the step that diverges, says where and why, and keeps the last finite weights', async () => {
    const text = networkText(
      { loss: 'mean-squared-error', optimizer: { type: 'sgd', learningRate: 1e4 }, precision: 'float64' },
      { generator: 'linear' },
    )
      .replace('"sigmoid"', '"linear"')
      .replace('"tanh"', '"linear"');
    const { session, said } = await trained(text);
    const info = (await session.ended)!;
    expect(info.state).toBe('diverged');
    expect(info.message).toMatch(/^The training diverged at iteration \d+\. .*learning rate/);
    const { iteration, parameters } = weightsOf(info.folder);
    expect(iteration).toBe(said.points.length);
    expect(parameters.every(({ data }) => data.every(Number.isFinite))).toBe(true);
    expect((await readRunInfo(info.folder))!.message).toBe(info.message);
  });

  it('is stopped while its data are being read, and leaves no folder', async () => {
    const own = join(base, 'unstarted', 'moons.nn.json');
    await mkdir(join(base, 'unstarted'));
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i},${i % 7},${i % 2}`).join('\n');
    writeFileSync(join(base, 'unstarted', 'big.csv'), `a,b,c\n${rows}\n`);
    const text = networkText().replace(/"data":\{[^}]*\}\}/, '"data":{"file":"big.csv","target":"c"}');
    expect(text).toContain('big.csv');
    const said = record();
    const session = startSession(reading => newRun({ file: own, text }, reading), said.events);
    session.stop();
    expect(await session.ended).toBeUndefined();
    expect(said.states).toEqual(['preparing', 'stopped']);
    expect(said.info()).toBeUndefined();
  });

  it('doesn’t mind that its data file is removed while it trains', async () => {
    const csv = join(base, 'removed.csv');
    writeFileSync(
      csv,
      `a,b,c\n${Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 11},${i % 2}`).join('\n')}\n`,
    );
    const text = networkText().replace(
      /"data":\{[^}]*\}\}/,
      '"data":{"file":"removed.csv","target":"c","standardise":true}',
    );
    const { session, said } = await trained(text, true);
    await said.until(() => said.states.includes('paused'));
    rmSync(csv);
    session.resume();
    expect((await session.ended)!.state).toBe('finished');
  });

  it('says in a sentence what keeps it from beginning', async () => {
    const reject = async (text: string) => {
      const { session } = await trained(text);
      return session.ended.then(
        () => 'it began',
        error => error.message,
      );
    };
    expect(await reject('{"layers":[')).toMatch(/^moons\.nn\.json, line 1: /);
    expect(await reject(networkText().replace(/"data":\{[^}]*\}\},/, ''))).toMatch(/data/);
    expect(await reject(networkText({ loss: 'mse' }))).toMatch(/^moons\.nn\.json, line 1: .*"mse"/);
    const absent = networkText().replace(/"data":\{[^}]*\}\}/, '"data":{"file":"absent.csv","target":"c"}');
    expect(await reject(absent)).toMatch(/absent\.csv/);
  });

  it('ends with a sentence where its folder has gone, and says so', async () => {
    const { session, said } = await trained(networkText({ iterations: 1_000_000 }), true);
    await said.until(() => said.states.includes('paused'));
    rmSync(said.info()!.folder, { recursive: true });
    session.resume();
    await expect(session.ended).rejects.toThrow(/^Can’t write .*: there is no folder /);
  });

  it('writes through no link that lies in its folder', async () => {
    const { session, said } = await trained(networkText({ iterations: 1_000_000 }), true);
    session.step();
    await said.until(() => said.points.length === 1);
    const { folder } = said.info()!;
    await expect.poll(() => weightsOf(folder).iteration).toBe(1);
    const other = join(base, 'other.txt');
    writeFileSync(other, 'kept');
    rmSync(join(folder, 'metrics.jsonl'));
    symlinkSync(other, join(folder, 'metrics.jsonl'));
    session.step();
    await expect(session.ended).rejects.toThrow(`Can’t write ${join(folder, 'metrics.jsonl')}: `);
    expect(readFileSync(other, 'utf8')).toBe('kept');
    expect(weightsOf(folder).iteration).toBe(1);
    expect(await readRunInfo(folder)).toMatchObject({ state: 'failed', iteration: 1 });
  });

  it.runIf(existsSync('/sys'))('says of a folder that can’t be written that it can’t', async () => {
    const file = '/sys/moons.nn.json';
    const { ended } = startSession(reading => newRun({ file, text: networkText() }, reading), {});
    await expect(ended).rejects.toThrow(
      /^Can’t make the folder \/sys\/\.layerwise\/runs\/\S+: (you have no permission|the file system is read-only)\.$/,
    );
  });
});
