import { describe, expect, test } from 'vitest';
import { loadData } from '../../src/data/data';
import { meanAndDeviation } from '../../src/data/standardise';
import { inputsOf } from './inputsOf';
import { memoryFiles } from './memoryFiles';
import { settings, whole } from './settings';

const of = (values: readonly number[], scale = 1) =>
  meanAndDeviation(
    { data: Float64Array.from(values), width: 1, m: values.length, rows: undefined },
    scale,
  ).then(({ mean, deviation }) => [mean[0]!, deviation[0]!] as const);

test('numbers whose squares are infinite are refused with their column', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `${i},${i % 2 === 0 ? `${i + 1}e228` : i},${i},${i % 3 === 0 ? 'a' : 'b'}\n`,
  );
  const files = memoryFiles({ 'a.csv': `n,big,y,kind\n${rows.join('')}` });
  const load = (more: object) => loadData(settings({ file: 'a.csv', ...whole, ...more }), files);
  await expect(load({ target: 'kind', standardise: true })).rejects.toThrow(
    /^big holds numbers so large, such as about 3e\+228, that their standard deviation can’t be computed\./,
  );
  await expect(load({ target: 'big', standardiseTarget: true })).rejects.toThrow(
    /^big holds numbers so large/,
  );
  const scaled = await load({ target: 'kind', standardise: true, scale: 1e200 });
  expect(inputsOf(scaled.train).flat().every(Number.isFinite)).toBe(true);
});

describe('the deviation of an input', () => {
  test.each([
    ['large and close together', 2 ** 53, 2],
    ['tiny', 0, 1e-20],
    ['tiny beside its mean', 1, 1e-13],
  ])('that is %s is that of its numbers', async (_what, first, step) => {
    const m = 50;
    const [mean, deviation] = await of(Array.from({ length: m }, (_, i) => first + i * step));
    // of 0, 1, … m − 1: √((m² − 1) / 12)
    expect(deviation / (step * Math.sqrt((m * m - 1) / 12))).toBeCloseTo(1, 2);
    expect(Math.abs(mean - (first + 24.5 * step))).toBeLessThanOrEqual(Math.max(step, 1e-15 * first));
  });

  test.each([
    ['0', 0, 1],
    ['0.1', 0.1, 3],
    ['beyond 2⁵³', 2 ** 60 + 512, 1],
    ['below 0', -1e9 / 7, 255],
  ])('that never changes is 1: %s', async (_what, value, scale) => {
    const [mean, deviation] = await of(new Array(1001).fill(value), scale);
    expect(mean).toBe(value / scale);
    expect(deviation).toBe(1);
  });

  test('that only rounding changes is 1', async () => {
    const [, deviation] = await of([0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2]);
    expect(deviation).toBe(1);
  });
});

test('whole numbers of more digits than a double holds are standardised, and their rounding is told', async () => {
  const big = Array.from({ length: 50 }, (_, i) => String(9007199254740993n + 2n * BigInt((i * 7) % 50)));
  const content = ['big,y', ...big.map((cell, i) => `${cell},${i % 2}`)].join('\n');
  const files = memoryFiles({ 'a.csv': content });
  const { train, preprocessing, report } = await loadData(
    settings({ file: 'a.csv', target: 'y', standardise: true, ...whole }),
    files,
  );
  expect(preprocessing.standardise!.deviation[0]).toBeCloseTo(28.86, 0);
  expect(Math.max(...inputsOf(train).map(([value]) => value!))).toBeCloseTo(1.7, 1);
  expect(report.facts?.choices).toContain(
    "big: '9007199254740993' has more digits than a number keeps here, so it is read as 9007199254740992, and so are others beyond 2⁵³ rounded.",
  );
  const safe = memoryFiles({ 'a.csv': content.replaceAll('900719925474', '9007199') });
  const plain = await loadData(settings({ file: 'a.csv', target: 'y', ...whole }), safe);
  expect(plain.report.facts?.choices.join()).not.toContain('more digits');
});

test('a gap in an input that never changes doesn’t make it change', async () => {
  // the sum of so many 0.1 is 100.1 only roughly
  const rows = Array.from({ length: 1002 }, (_, i) => `${i === 500 ? '' : '0.1'},${i / 8},${i % 2}`);
  const { preprocessing } = await loadData(
    settings({ file: 'a.csv', target: 'y', standardise: true, ...whole }),
    memoryFiles({ 'a.csv': ['a,b,y', ...rows].join('\n') }),
  );
  expect(preprocessing.columns![0]).toMatchObject({ missing: 0.1 });
  expect(preprocessing.standardise).toMatchObject({
    mean: [0.1, expect.anything()],
    deviation: [1, expect.anything()],
  });
});
