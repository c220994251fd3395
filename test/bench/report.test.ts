import { describe, expect, test } from 'vitest';
import { benchModule } from './benchModule';

const { median } = await benchModule('run/median.mjs');
const { plannedSteps } = await benchModule('run/plan.mjs');
const { table } = await benchModule('report/table.mjs');
const { counted, percent, threeDigits } = await benchModule('report/numbers.mjs');
const { withReport } = await benchModule('report/recordReport.mjs');
const { workloadReport } = await benchModule('report/workloadReport.mjs');
const { readArguments } = await benchModule('arguments.mjs');

describe('median', () => {
  test('is the middle value, whatever the order', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([10, 9, 100, 1])).toBe(9.5);
    expect(median([5])).toBe(5);
  });

  test('of nothing is no number, and the values stay as they are', () => {
    expect(median([])).toBeNaN();
    const values = [2, 1, 3];
    median(values);
    expect(values).toEqual([2, 1, 3]);
  });
});

describe('planned steps', () => {
  const limits = { longest: 20, slice: 3 };

  test('are all where they fit', () => {
    expect(plannedSteps({ steps: 2000, tried: 20, seconds: 0.2, ...limits })).toBe(2000);
    expect(plannedSteps({ steps: 2000, tried: 20, seconds: 0.1, ...limits })).toBe(2000);
  });

  test('are a part of about `slice` seconds where they don’t: at least ten, or two where they are slow', () => {
    expect(plannedSteps({ steps: 2000, tried: 10, seconds: 1, ...limits })).toBe(30);
    expect(plannedSteps({ steps: 2000, tried: 2, seconds: 1, ...limits })).toBe(10);
    expect(plannedSteps({ steps: 8, tried: 2, seconds: 1.9, longest: 1, slice: 3 })).toBe(8);
    expect(plannedSteps({ steps: 2000, tried: 2, seconds: 60, ...limits })).toBe(2);
  });
});

describe('numbers', () => {
  test('have three digits and no exponent', () => {
    expect([0.02834, 1.0649, 158.4, 12_345, 9.996, 0.000012345, 0].map(threeDigits)).toEqual([
      '0.0283',
      '1.06',
      '158',
      '12300',
      '10.0',
      '0.0000123',
      '0',
    ]);
    expect(threeDigits(Number.NaN)).toBe('–');
  });

  test('counts and shares', () => {
    expect(counted(12_800)).toBe('12,800');
    expect([0.5149, 0.0123].map(percent)).toEqual(['51 %', '1.23 %']);
  });
});

test('a table lines up, also where a character takes two code units', () => {
  expect(
    table(
      ['', 'seconds'],
      [
        ['Layerwise', '0.1'],
        ['𝑛 × 𝑚', '10.25'],
      ],
    ),
  ).toBe(
    [
      '|           | seconds |',
      '| --------- | ------: |',
      '| Layerwise |     0.1 |',
      '| 𝑛 × 𝑚     |   10.25 |',
    ].join('\n'),
  );
});

describe('a report of a workload', () => {
  const workload = {
    name: 'two-layer-cats',
    shape: '12288-7-1',
    layers: [{ units: 7 }, { units: 1 }],
    training: { iterations: 2500 },
    goal: 0.15,
  };
  const prepared = { m: 209, products: [2 * 7 * 12_288, 14], steps: 2500, synthetic: false };
  const row = (more: object) => ({
    peer: 'numpy-notes',
    title: 'NumPy',
    precision: 'float32',
    times: [3, 4, 5],
    seconds: 4,
    taken: 2500,
    cost: 0.5,
    ...more,
  });
  const layerwise = row({ peer: 'layerwise', title: 'Layerwise', times: [2], seconds: 2 });
  const peak = { float32: 100, float64: 50 };

  test('gives ratios to Layerwise and the work of the plain method', () => {
    const text = workloadReport(workload, prepared, [layerwise, row({})], [], peak);
    // 209 · 2500 · (2·7·12288·2 + 2·1·7·3) operations
    expect(text).toContain('180 GFLOP. Goal: 0.15 s.');
    expect(text).toMatch(
      /\| Layerwise +\| +2\.00 \| 2\.00–2\.00 \| +1\.00× \| +89\.9 \| +90 % \| 0\.500000 \|/,
    );
    expect(text).toMatch(/\| NumPy +\| +4\.00 \| 3\.00–5\.00 \| +2\.00× \| +44\.9 \| +45 % \|/);
  });

  test('marks what was scaled, is other work, differs or is missing', () => {
    const text = workloadReport(
      workload,
      { ...prepared, synthetic: true },
      [
        layerwise,
        row({ taken: 300, note: 'other work', cost: 0.6, costOfLayerwise: 0.61 }),
        row({ title: 'ConvNetJS', unable: 'it has no adam' }),
      ],
      [{ peer: 'pytorch', missing: "No module named 'torch'" }],
      undefined,
    );
    expect(text).toContain('~4.00');
    expect(text).toContain('0.600000 (0.610000)');
    expect(text).toContain('~ NumPy took 300 of 2,500 steps');
    expect(text).toContain('NumPy: other work.');
    expect(text).toContain('ConvNetJS: it has no adam');
    expect(text).toContain("missing: pytorch (No module named 'torch')");
    expect(text).toContain('Synthetic data');
  });
});

test('a report is recorded between its marks, once and again', () => {
  const text = 'Before\n<!-- results: npm run bench -- --record -->\nold\n<!-- end of results -->\nAfter';
  const once = withReport(text, 'new');
  expect(once).toBe(
    'Before\n<!-- results: npm run bench -- --record -->\n\nnew\n\n<!-- end of results -->\nAfter',
  );
  expect(withReport(once, 'new')).toBe(once);
  expect(() => withReport('no marks', 'new')).toThrow('lacks the marks');
});

describe('the command line', () => {
  const names = {
    workloads: ['logistic-cats'],
    measures: ['sizes'],
    peers: ['layerwise', 'pytorch'],
    nodes: ['20', '24'],
  };
  const read = (...args: string[]) => readArguments(args, names);

  test('has defaults and lists', () => {
    expect(read()).toMatchObject({ only: undefined, nodes: [], runs: 5, big: false, build: true });
    expect(
      read(
        '--only',
        'sizes, logistic-cats',
        '--peers',
        'pytorch',
        '--runs',
        '9',
        '--nodes',
        '24',
        '--no-build',
      ),
    ).toMatchObject({
      only: ['sizes', 'logistic-cats'],
      peers: ['pytorch'],
      nodes: ['24'],
      runs: 9,
      build: false,
    });
  });

  test('says what is wrong', () => {
    expect(() => read('--only', 'cats')).toThrow(
      'There is no workload or measure cats: logistic-cats, sizes.',
    );
    expect(() => read('--nodes', '18')).toThrow('There is no Node 18: 20, 24.');
    expect(() => read('--peers', 'keras')).toThrow('There is no peer keras');
    expect(() => read('--runs', '0')).toThrow('--runs needs a whole number above 0, not 0.');
    expect(() => read('--runs', '2.5')).toThrow('--runs');
    expect(() => read('--fast')).toThrow('--fast');
  });
});
