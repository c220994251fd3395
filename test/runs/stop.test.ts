import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { figuresInUse } from '../../src/runs/figures/figuresInUse';
import { readMetrics, readRunInfo } from '../../src/runs/folder/runFolder';
import { modelOfRun } from '../../src/runs/model/savedModel';
import type { MetricPoint } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { stopSentence } from '../../src/runs/training/stopSentence';
import { networkText } from './network';
import { record } from './record';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'moons.nn.json');
const weightsOf = (folder: string, name = 'last') =>
  decodeCheckpoint(readFileSync(join(folder, `${name}.safetensors`)));
const untimed = (points: readonly MetricPoint[]) => points.map(({ seconds: _, ...point }) => point);

async function trained(training: object) {
  const said = record();
  const text = networkText({ iterations: 5000, evaluateEvery: 5, ...training }, noisy);
  const session = startSession(reading => newRun({ file, text }, reading), said.events);
  return { info: (await session.ended)!, said };
}

/** Few examples of two classes that overlap: what is learnt of them is soon their noise. */
const noisy = { noise: 0.6 };
const overshooting = { optimizer: { type: 'adam', learningRate: 0.3 } };

it('a run ends when its figure got no better for as long as patience lasts, and says so', async () => {
  const { info, said } = await trained({ ...overshooting, stop: { patience: 6 } });
  expect(said.states.at(-1)).toBe('finished');
  const costs = (await readMetrics(info)).filter(({ testCost }) => testCost !== undefined);
  const best = costs.reduce((a, b) => (b.testCost! < a.testCost! ? b : a));
  expect(info.iteration).toBe(best.iteration + 30);
  expect(costs.at(-1)!.iteration).toBe(info.iteration);
  expect(info.message).toBe(
    `Stopped early after ${info.iteration.toLocaleString('en-US')} steps: the test cost got no better in the last 6 evaluations; it was best after ${best.iteration} steps, at ${best.testCost!.toFixed(6)}.`,
  );
  expect((await readRunInfo(info.folder))!.message).toBe(info.message);
  expect(weightsOf(info.folder, 'best').iteration).toBe(best.iteration);
  await expect(savedRun(info.folder, {})).rejects.toThrow(/has ended, as its file asked for.*Stopped early/);
});

it('a run ends when its figure reaches the target', async () => {
  const { info } = await trained({ stop: { figure: 'accuracy', set: 'train', target: 0.7 } });
  const points = await readMetrics(info);
  const reached = points.filter(point => (point.train?.accuracy ?? 0) >= 0.7);
  expect(reached.map(({ iteration }) => iteration)).toEqual([info.iteration]);
  expect(info.message).toMatch(
    /^Stopped early after [\d,]+ steps: the train accuracy is 7\d\.\d+ %, which reaches the target of 70\.0 %\.$/,
  );
});

it('the best weights, by the figure that is watched, are those it predicts with, where its file says so', async () => {
  const { info } = await trained({
    ...overshooting,
    stop: { figure: 'accuracy', patience: 4, best: true },
  });
  const points = (await readMetrics(info)).filter(({ test }) => test);
  const best = points.reduce((a, b) => (b.test!.accuracy! > a.test!.accuracy! ? b : a));
  expect(weightsOf(info.folder, 'best').iteration).toBe(best.iteration);
  expect(best.iteration).toBeLessThan(info.iteration);
  // and its figures are those that are told
  const { iteration, train, test, testCost } = best;
  expect(info.best).toEqual({ iteration, train, test, testCost });
  expect((await readRunInfo(info.folder))!.best).toEqual(info.best);
  expect(figuresInUse(info, points.at(-1))).toBe(info.best);
  expect(figuresInUse({}, points.at(-1))).toBe(points.at(-1));
  expect(info.message).toContain(
    ` The weights in use are the best ones, those after ${best.iteration} steps.`,
  );
  const W = async (choice?: 'last' | 'best') =>
    (await modelOfRun(info.folder, choice)).model.parameters.map(({ value }) => [...value.data]);
  expect(await W()).toEqual(await W('best'));
  expect(await W()).not.toEqual(await W('last'));
});

it('what was seen on the way is saved: a run that was stopped ends at the same step with the same bits', async () => {
  const training = {
    ...overshooting,
    stop: { patience: 30 },
    schedule: { type: 'on-plateau', factor: 0.5, patience: 4, warmUp: 8 },
  };
  const whole = await trained(training);
  const text = networkText({ iterations: 5000, evaluateEvery: 5, ...training }, noisy);
  const half = whole.info.iteration / 2;
  const first = startSession(reading => newRun({ file, text }, reading), {
    metric: point => {
      if (point.iteration > half) first.stop();
    },
  });
  const { folder, iteration } = (await first.ended)!;
  expect(iteration).toBeGreaterThan(half);
  expect(iteration).toBeLessThan(whole.info.iteration);
  const info = (await startSession(reading => savedRun(folder, reading), record().events).ended)!;
  expect(info.message).toBe(whole.info.message);
  expect(weightsOf(folder)).toEqual(weightsOf(whole.info.folder));
  expect(untimed(await readMetrics(info))).toEqual(untimed(await readMetrics(whole.info)));
  const rates = new Set((await readMetrics(info)).map(({ learningRate }) => learningRate));
  expect([...rates]).toEqual(expect.arrayContaining([0.3 / 2, 0.3, 0.15]));
});

it('tells each reason in a sentence', () => {
  const about = {
    kind: 'patience',
    figure: 'cost',
    set: 'test',
    iteration: 2000,
    patience: 10,
    minDelta: 0,
  } as const;
  expect(stopSentence({ ...about, best: 0.25, bestAt: 1000 })).toBe(
    'Stopped early after 2,000 steps: the test cost got no better in the last 10 evaluations; it was best after 1,000 steps, at 0.250000.',
  );
  expect(stopSentence({ ...about, minDelta: 0.01, best: 0.25, bestAt: 1000 })).toBe(
    'Stopped early after 2,000 steps: in the last 10 evaluations the test cost got no better by 0.01 than 0.250000, which it was after 1,000 steps.',
  );
  expect(
    stopSentence({ ...about, patience: 1, figure: 'r-squared', best: undefined, bestAt: undefined }),
  ).toBe('Stopped early after 2,000 steps: the test R² had no value in the last evaluation.');
});
