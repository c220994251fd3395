import { expect, test } from 'vitest';
import { Draws } from '../../../src/core/augmentations/draws/draws';
import { normalQuantile } from '../../../src/core/augmentations/draws/normalQuantile';

test('quantiles of the normal distribution are those of Python’s statistics', () => {
  // [statistics.NormalDist().inv_cdf(u) for u in …], 3.12
  const known: readonly (readonly [number, number])[] = [
    [1e-12, -7.034483825301131],
    [0.001, -3.090232306167813],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.9, 1.2815515655446008],
    [0.99999, 4.264890793922825],
  ];
  for (const [u, z] of known) expect(normalQuantile(u)).toBeCloseTo(z, 5);
});

test('normal, uniform and gamma numbers have the mean and the variance of their distributions', () => {
  const draws = new Draws(3);
  draws.begin(0, 0, 0);
  const count = 40_000;
  const moments = (draw: () => number) => {
    const drawn = Array.from({ length: count }, draw);
    const mean = drawn.reduce((a, b) => a + b) / count;
    return [mean, drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count] as const;
  };
  const close = ([mean, variance]: readonly [number, number], m: number, v: number) => {
    expect(mean).toBeGreaterThan(m - 4 * Math.sqrt(v / count));
    expect(mean).toBeLessThan(m + 4 * Math.sqrt(v / count));
    expect(variance / v).toBeGreaterThan(0.95);
    expect(variance / v).toBeLessThan(1.05);
  };
  close(
    moments(() => draws.normal()),
    0,
    1,
  );
  close(
    moments(() => draws.uniform()),
    0.5,
    1 / 12,
  );
  close(
    moments(() => draws.gamma(0.4)),
    0.4,
    0.4,
  );
  close(
    moments(() => draws.gamma(3)),
    3,
    3,
  );
});

test('many normal numbers at once have the same mean and variance, and neighbours have nothing to do with each other', () => {
  const draws = new Draws(5);
  draws.begin(0, 0, 0);
  const count = 40_001;
  const values = new Float64Array(count).fill(1);
  draws.addNormals(values, 2);
  const z = values.map(value => (value - 1) / 2);
  const mean = z.reduce((a, b) => a + b) / count;
  const variance = z.reduce((sum, x) => sum + x * x, 0) / count;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(count));
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  for (const distance of [1, 2]) {
    const product = z.reduce((sum, x, i) => sum + x * (z[i + distance] ?? 0), 0) / count;
    expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(count));
  }
});

test('what is drawn depends on the seed, the place, the example and the epoch, and on nothing before', () => {
  const first = (seed: number, place: number, example: number, epoch: number) => {
    const draws = new Draws(seed);
    draws.begin(9, 9, 9);
    draws.normal();
    draws.begin(place, example, epoch);
    return draws.uniform();
  };
  const all = [first(1, 0, 0, 0), first(2, 0, 0, 0), first(1, 1, 0, 0), first(1, 0, 1, 0), first(1, 0, 0, 1)];
  expect(new Set([...all, first(1, 0, 0, 2 ** 32)]).size).toBe(6);
  expect(first(1, 0, 1, 0)).toBe(all[3]);
});
