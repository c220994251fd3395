import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateModel } from '../../src/runs/model/evaluateModel';
import { predict } from '../../src/runs/model/predict';
import { predictFile } from '../../src/runs/model/predictFile';
import { modelOfRun, type SavedModel } from '../../src/runs/model/savedModel';
import type { MetricPoint, RunInfo } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
// golden numbers: python3 test/golden/standardiseTarget.py > test/golden/standardiseTarget.json
import golden from '../golden/standardiseTarget.json';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const csv = (rows: readonly (readonly number[])[]) =>
  `x1,x2,price,share\n${rows.map(row => row.join(',')).join('\n')}\n`;

const network = (target: readonly string[], training: object = {}) => ({
  data: {
    file: 'train.csv',
    test: 'test.csv',
    target: target.length === 1 ? target[0] : target,
    columns: Object.fromEntries(
      ['price', 'share'].filter(name => !target.includes(name)).map(name => [name, 'ignore']),
    ),
    standardiseTarget: true,
  },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'output', type: 'dense', units: target.length, activation: 'linear', initializer: 'zeros' },
  ],
  training: {
    loss: 'mean-squared-error',
    optimizer: { type: 'sgd', learningRate: 0.05 },
    iterations: 3000,
    precision: 'float64',
    ...training,
  },
});

async function trained(name: string, value: object): Promise<{ info: RunInfo; points: MetricPoint[] }> {
  const file = join(base, `${name}.nn.json`);
  const points: MetricPoint[] = [];
  const session = startSession(reading => newRun({ file, text: JSON.stringify(value) }, reading), {
    metric: point => points.push(point),
  });
  return { info: (await session.ended)!, points };
}

beforeAll(() => {
  writeFileSync(join(base, 'train.csv'), csv(golden.table.slice(0, 40)));
  writeFileSync(join(base, 'test.csv'), csv(golden.table.slice(40)));
});

describe.each([
  ['one target', ['price'], golden.one],
  ['two targets of very different size', ['price', 'share'], golden.two],
] as const)('%s, standardised', (name, target, expected) => {
  let info: RunInfo;
  let points: MetricPoint[];
  let saved: SavedModel;
  beforeAll(async () => {
    ({ info, points } = await trained(name, network(target)));
    saved = await modelOfRun(info.folder);
  });

  it('has the mean and deviation of scikit-learn’s scaler, of the training set alone', () => {
    const { mean, deviation } = info.preprocessing!.standardiseTarget!;
    expect(mean.length).toBe(target.length);
    for (const [j, value] of expected.mean.entries()) expect(mean[j]! / value).toBeCloseTo(1, 12);
    for (const [j, value] of expected.deviation.entries()) expect(deviation[j]! / value).toBeCloseTo(1, 12);
  });

  it('has the costs of NumPy on the standardised numbers, and says which cost that is', () => {
    const early = points.filter(({ iteration }) => iteration < expected.costs.length);
    expect(early.length).toBeGreaterThan(2);
    for (const { iteration, cost } of early) expect(cost).toBeCloseTo(expected.costs[iteration]!, 12);
    expect(info.choices!.join(' ')).toContain('the cost is that of the standardised numbers');
  });

  it('has the mean absolute errors of scikit-learn, in the target’s own units', () => {
    const last = points.at(-1)!;
    expect(last.train!['mean-absolute-error']! / expected.trainError).toBeCloseTo(1, 8);
    expect(last.test!['mean-absolute-error']! / expected.testError).toBeCloseTo(1, 8);
  });

  it('predicts what scikit-learn does, in the target’s own units, beside the truth', async () => {
    for (const [index, row] of expected.predictions.entries()) {
      const prediction = await predict(saved, { kind: 'test-example', index });
      for (const [j, value] of row.entries()) expect(prediction.outputs[j]! / value).toBeCloseTo(1, 8);
      const truth = prediction.truth!.split(', ').map(Number);
      expect(truth).toEqual(golden.table[40 + index]!.slice(2, 2 + target.length));
    }
    const [x1, x2] = golden.table[40]!;
    const typed = await predict(saved, { kind: 'row', values: [x1!, x2!] });
    expect(typed.outputs[0]! / expected.predictions[0]![0]!).toBeCloseTo(1, 8);
  });

  it('writes them so into the file of predictions', async () => {
    const rows = await predictFile(saved, join(base, 'test.csv'));
    let text = '';
    for await (const piece of rows.text()) text += piece;
    await rows.close();
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(11);
    const outputs = lines[1]!.split(',').slice(-target.length).map(Number);
    for (const [j, value] of expected.predictions[0]!.entries())
      expect(outputs[j]! / value).toBeCloseTo(1, 5);
  });

  it('is evaluated the same from its folder', async () => {
    const [test] = await evaluateModel(saved, ['test']);
    expect(test!.metrics['mean-absolute-error']! / expected.testError).toBeCloseTo(1, 8);
    expect(test!.targets).toEqual(target);
    expect(test).not.toMatchObject({ plots: expect.anything() });
  });

  it('is plotted against what is true, in its own units, where that is asked for', async () => {
    const [test] = await evaluateModel(saved, ['test'], {}, { plots: true });
    expect(test!.plots!.map(plot => plot.name)).toEqual(target);
    for (const [j, { truth, predicted }] of test!.plots!.entries()) {
      const column = target[j] === 'price' ? 2 : 3;
      const rows = golden.table.slice(40);
      expect([truth.length, predicted.length]).toEqual([10, 10]);
      for (const [i, row] of rows.entries()) {
        expect(truth[i]! / row[column]!).toBeCloseTo(1, 12);
        expect(predicted[i]! / expected.predictions[i]![j]!).toBeCloseTo(1, 8);
      }
    }
  });
});

describe('a standardised target', () => {
  it('that is few whole numbers is numbers, not classes', async () => {
    writeFileSync(
      join(base, 'stars.csv'),
      `x,stars\n${Array.from({ length: 30 }, (_, i) => `${i % 5},${(i % 5) + 1}`).join('\n')}\n`,
    );
    const value = network(['stars'], { iterations: 500 });
    const { info, points } = await trained('stars', {
      ...value,
      data: { file: 'stars.csv', target: 'stars', standardiseTarget: true, split: { test: 0 } },
    });
    expect(info.preprocessing!.targets).toMatchObject({ binary: false });
    expect(info.preprocessing!.targets.classes).toBeUndefined();
    expect(points.at(-1)!.train!['mean-absolute-error']).toBeLessThan(0.01);
    const saved = await modelOfRun(info.folder);
    const { outputs } = await predict(saved, { kind: 'row', values: [3] });
    expect(outputs[0]).toBeCloseTo(4, 2);
  });

  it('that is names is refused in one sentence', async () => {
    writeFileSync(
      join(base, 'names.csv'),
      `x,kind\n${Array.from({ length: 30 }, (_, i) => `${i},${i % 2 ? 'ant' : 'bee'}`).join('\n')}\n`,
    );
    const value = network(['kind']);
    const text = { ...value, data: { file: 'names.csv', target: 'kind', standardiseTarget: true } };
    await expect(trained('names', text)).rejects.toThrow(/Only numbers are standardised.*ant and bee/);
  });

  it('goes on after a stop as if there had been none', async () => {
    const value = network(['price'], { iterations: 40 });
    const whole = await trained('whole', value);
    const file = join(base, 'stopped.nn.json');
    const session = startSession(reading => newRun({ file, text: JSON.stringify(value) }, reading), {
      metric: ({ iteration }) => iteration === 7 && session.stop(),
    });
    const stopped = (await session.ended)!;
    const resumed = await startSession(reading => savedRun(stopped.folder, reading), {}).ended;
    expect(resumed!.preprocessing!.standardiseTarget).toEqual(whole.info.preprocessing!.standardiseTarget);
    const points = readFileSync(join(resumed!.folder, 'metrics.jsonl'), 'utf8').trim().split('\n');
    expect(JSON.parse(points.at(-1)!).cost).toBe(whole.points.at(-1)!.cost);
  });
});
