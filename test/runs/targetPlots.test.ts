import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateModel } from '../../src/runs/model/evaluateModel';
import { modelOfRun } from '../../src/runs/model/savedModel';
import { newRun } from '../../src/runs/training/newRun';
import { startSession } from '../../src/runs/training/session';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();

/** A network of some steps on `m` rows whose targets y1 … are x times 1, 2, …. */
async function evaluated(m: number, n: number) {
  const names = Array.from({ length: n }, (_, j) => `y${j + 1}`);
  const rows = Array.from({ length: m }, (_, i) =>
    [i / m, ...names.map((_, j) => ((j + 1) * i) / m)].join(','),
  );
  writeFileSync(join(base, `${m}-${n}.csv`), `x,${names.join(',')}\n${rows.join('\n')}\n`);
  const text = JSON.stringify({
    data: { file: `${m}-${n}.csv`, target: names, split: { test: 0 } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'output', type: 'dense', units: n, activation: 'linear' },
    ],
    training: { loss: 'mean-squared-error', optimizer: 'adam', iterations: 3 },
  });
  const file = join(base, `${m}-${n}.nn.json`);
  const info = (await startSession(reading => newRun({ file, text }, reading), {}).ended)!;
  const saved = await modelOfRun(info.folder);
  const [report] = await evaluateModel(saved, ['train'], {}, { plots: true });
  return report!;
}

describe('predicted against true', () => {
  it('is of all examples where they are few', async () => {
    const { plots, examples } = await evaluated(300, 1);
    expect(plots!.map(({ name, truth, predicted }) => [name, truth.length, predicted.length])).toEqual([
      ['y1', 300, 300],
    ]);
    expect(examples).toBe(300);
    expect(plots![0]!.truth[30]).toBeCloseTo(0.1, 6);
  });

  it('is of 2,000 points in all where they are many, of different examples, each in its pair', async () => {
    const { plots, examples } = await evaluated(5000, 2);
    expect(examples).toBe(5000);
    expect(plots!.map(({ truth }) => truth.length)).toEqual([1000, 1000]);
    const [first, second] = plots!;
    expect(new Set(first!.truth).size).toBe(1000);
    // of the same examples, from the whole of the file
    first!.truth.forEach((y, i) => {
      expect(second!.truth[i]).toBeCloseTo(2 * y, 6);
    });
    expect(Math.min(...first!.truth)).toBeLessThan(0.02);
    expect(Math.max(...first!.truth)).toBeGreaterThan(0.98);
  });

  it('is of the first six of many targets', async () => {
    const { plots, targets } = await evaluated(40, 9);
    expect(plots!.map(({ name }) => name)).toEqual(['y1', 'y2', 'y3', 'y4', 'y5', 'y6']);
    expect(targets).toHaveLength(9);
  });
});
