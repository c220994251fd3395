import { expect, test } from 'vitest';
import { drawn, philox } from '../../../src/core/kernels/philox';

const hex = (numbers: readonly number[]) => numbers.map(number => number.toString(16).padStart(8, '0'));

// the known answers that Random123 publishes for philox4x32-10
test.each([
  [
    [0, 0, 0, 0],
    [0, 0],
    ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8'],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    ['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd'],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    ['d16cfe09', '94fdcceb', '5001e420', '24126ea1'],
  ],
] as const)('draws from counter %j and key %j what is published', (counter, key, answer) => {
  expect(hex(philox(counter, key))).toEqual(answer);
});

test('numbers differ by seed, layer, place, example and step, and are those of the same again', () => {
  const of = (...args: Parameters<typeof drawn>) => hex(drawn(...args)).join();
  const drawings = [
    of(1, 2, 3, 4, 5),
    of(9, 2, 3, 4, 5),
    of(1, 9, 3, 4, 5),
    of(1, 2, 9, 4, 5),
    of(1, 2, 3, 9, 5),
    of(1, 2, 3, 4, 9),
  ];
  expect(new Set(drawings).size).toBe(drawings.length);
  expect(of(1, 2, 3, 4, 5)).toBe(drawings[0]);
});
