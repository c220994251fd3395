import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/data/nearest';

test.each([
  ['', '', 0],
  ['kitten', 'sitting', 3],
  ['clas', 'class', 1],
  ['abc', '', 3],
])('%s and %s are %i apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('the distance is a distance', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

test('the likest name comes first, whatever its case', () => {
  expect(nearest('Clas', ['sepal', 'CLASS', 'glass'], 2)).toEqual(['CLASS', 'glass']);
});
