import { expect, test } from 'vitest';
import { classesOf } from '../../src/data/classes';

test.each([
  ['digits', Uint8Array.of(3, 0, 1, 2, 3), true, [0, 1, 2, 3]],
  ['digits of which one doesn’t come', Uint8Array.of(0, 1, 2, 4, 4), true, [0, 1, 2, 3, 4]],
  ['classes from 1', Uint8Array.of(1, 2, 3, 1), true, [1, 2, 3]],
  ['classes far apart', Int32Array.of(10, 500, 10), true, [10, 500]],
  ['0 and 1 as floating-point numbers', Float32Array.of(0, 1, 1), false, [0, 1]],
  ['only zeros', Uint8Array.of(0, 0), true, [0, 1]],
  ['−1 and 1', Float64Array.of(-1, 1), false, [-1, 1]],
  ['amounts', Float64Array.of(1, 2.5, 2.5), false, undefined],
  ['whole amounts that never come again', Float64Array.of(1, 2, 3, 4), true, undefined],
  ['whole amounts that hardly come again', Float64Array.of(1, 2, 3, 4, 4), false, undefined],
  ['more than a thousand', Int32Array.from({ length: 4000 }, (_, i) => i % 2000), true, undefined],
  ['no labels', new Float64Array(0), false, undefined],
])('%s', (_what, labels, isWholeType, classes) => {
  expect(classesOf(labels, isWholeType)).toEqual(classes);
});
