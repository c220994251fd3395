import { describe, expect, test } from 'vitest';
import { Random } from '../../src/core/random';
import golden from '../golden/numpyRandom.json';

// golden numbers: python3 test/golden/numpyRandom.py > test/golden/numpyRandom.json
describe.each(golden.draws)('seed $seed', expected => {
  const random = new Random(expected.seed);
  const times = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);

  test('draws what NumPy draws, in the same order, to the last bit', () => {
    expect(times(4, () => random.rand())).toEqual(expected.rand);
    expect(times(5, () => random.randn())).toEqual(expected.randn);
    expect(random.uniform(-2, 5)).toBe(expected.uniform);
    expect(times(6, () => random.randint(3, 17))).toEqual(expected.randint);
    expect([...random.permutation(12)]).toEqual(expected.permutation);
    // the second number of the polar method waits through the other draws
    expect([random.randn(), random.rand()]).toEqual(expected.afterwards);
  });
});

test('goes on as NumPy does far beyond the first state', () => {
  const uniform = new Random(1);
  const normal = new Random(1);
  for (let i = 1; i < 100_000; i++) {
    uniform.rand();
    normal.randn();
  }
  expect([uniform.rand(), normal.randn()]).toEqual(golden.late);
});

test('a permutation holds every index once', () => {
  expect([...new Random(5).permutation(1000)].sort((a, b) => a - b)).toEqual([...Array(1000).keys()]);
  expect([...new Random(5).permutation(1)]).toEqual([0]);
  expect([...new Random(5).permutation(0)]).toEqual([]);
});

test('a permutation in pieces is the shuffle in one', () => {
  const order = Array.from({ length: 250_000 }, (_, i) => i);
  new Random(7).shuffle(order);
  const work = new Random(7).permuting(order.length);
  let pieces = 1;
  let piece = work.next();
  for (; !piece.done; piece = work.next()) pieces++;
  expect(Array.from(piece.value)).toEqual(order);
  expect(pieces).toBe(3);
});
