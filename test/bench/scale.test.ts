import { expect, test } from 'vitest';
import { benchModule } from './benchModule';

const { scaleCsv } = await benchModule('measures/scale/csv.mjs');
const { scalePlot } = await benchModule('measures/scale/plot.mjs');

const points = [
  { size: 'small', examples: 100, mean: 0.5, least: 0.4, most: 0.6 },
  { size: 'small', examples: 1000, mean: 0.6, least: 0.6, most: 0.6 },
  { size: 'large', examples: 100, mean: 0.55, least: 0.5, most: 0.6 },
  { size: 'large', examples: 1000, mean: 0.9, least: 0.85, most: 0.95 },
];

test('the figures of each network and number of examples are a row', () => {
  expect(scaleCsv(points).trim().split('\n')).toEqual([
    'network,examples,accuracy,least,most',
    'small,100,0.5,0.4,0.6',
    'small,1000,0.6,0.6,0.6',
    'large,100,0.55,0.5,0.6',
    'large,1000,0.9,0.85,0.95',
  ]);
});

test('the more accurate is drawn higher, more examples farther right', () => {
  const dots = [...scalePlot(points).matchAll(/cx="([\d.]+)" cy="([\d.]+)"><title>(\w+), ([\d,]+) ex/g)];
  const found = dots.map(([, x, y, size, count]) => ({ x: Number(x), y: Number(y), at: `${size} ${count}` }));
  const of = (at: string) => found.find(dot => dot.at === at)!;
  expect(found).toHaveLength(4);
  expect(of('large 1,000').y).toBeLessThan(of('small 1,000').y);
  expect(of('large 1,000').x).toBeGreaterThan(of('large 100').x);
  expect(of('small 100').x).toBe(of('large 100').x);
});
