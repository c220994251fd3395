import { describe, expect, test } from 'vitest';
import { generatorNames } from '../../../src/core/network/schema';
import { Random } from '../../../src/core/random';
import { loadData } from '../../../src/data/data';
import { generators } from '../../../src/data/generators';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

test('every generator of the schema is there, and no other', () => {
  expect(generators.map(({ name }) => name).sort()).toEqual([...generatorNames].sort());
});

test('the flower has the points of NumPy code with np.random.seed(1)', async () => {
  // seed 1, m = 400; per class j: t = np.linspace(j*3.12, (j+1)*3.12, 200) + np.random.randn(200)*0.2;
  // r = 4*np.sin(4*t) + np.random.randn(200)*0.2; np.c_[r*np.sin(t), r*np.cos(t)]
  const { train, test: testSet } = await loadData(
    settings({ generator: 'flower', ...whole }),
    memoryFiles({}),
  );
  expect(testSet).toBeUndefined();
  const X = inputsOf(train);
  expect(X[0]).toEqual([1.204442292254319, 3.5761141481288448]);
  expect(X[1]).toEqual([0.15870990398255372, -1.4821709003683443]);
  expect(X[199]).toEqual([-0.5858464101358456, -3.091259938950624]);
  expect(X[200]).toEqual([-1.0704958072229525, 3.682524609580073]);
  expect(X[399]).toEqual([0.7307808250007513, 3.0683292081876545]);
  expect(X.flat().reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(3156.783789349409, 9);
  expect(targetsOf(train, 'binary', 1).map(([label]) => label)).toEqual([
    ...new Array(200).fill(0),
    ...new Array(200).fill(1),
  ]);
});

describe.each(generators.map(generator => [generator.name, generator] as const))('%s', (_name, generator) => {
  const settingsOf = (examples: number) => ({ examples, classes: generator.classes, noise: generator.noise });

  test('makes as many finite points as asked, in all classes', () => {
    for (const examples of [2, 7, 100, 401]) {
      const { X, labels } = generator.make(settingsOf(examples), new Random(3));
      expect(X).toHaveLength(2 * examples);
      expect(labels).toHaveLength(examples);
      expect(X.every(Number.isFinite)).toBe(true);
    }
    const { labels } = generator.make(settingsOf(401), new Random(3));
    expect([...new Set(labels)].sort()).toEqual(Array.from({ length: generator.classes }, (_, j) => j));
  });

  test('the same seed gives the same points, another seed others', () => {
    const make = (seed: number) => generator.make(settingsOf(50), new Random(seed)).X;
    expect(make(5)).toEqual(make(5));
    expect(make(5)).not.toEqual(make(6));
  });

  test('no point is made twice', () => {
    const { X } = generator.make(settingsOf(200), new Random(1));
    const points = new Set(Array.from({ length: 200 }, (_, i) => `${X[2 * i]} ${X[2 * i + 1]}`));
    expect(points.size).toBe(200);
  });
});

test('more classes than a generator can make is a fault at its field', async () => {
  const asked = loadData(settings({ generator: 'moons', classes: 3 }), memoryFiles({}));
  await expect(asked).rejects.toMatchObject({
    field: 'data.classes',
    message: 'Moons has 2 classes at most, not 3.',
  });
});
