import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOf } from '../../../src/data/tables/cell';
import { delimiterOf } from '../../../src/data/tables/delimiter';
import { isGap } from '../../../src/data/tables/gaps';

test.each(['', ' ', '\t', 'NA', 'na', 'N/A', 'NaN', ' nan ', 'null', 'NULL', '?', '#N/A', '        '])(
  '"%s" is missing',
  cell => {
    expect(isGap(cell)).toBe(true);
  },
);

test.each(['0', '-', '+', 'none of it', 'nano', '0.0', 'Na+'])('"%s" is there', cell => {
  expect(isGap(cell)).toBe(false);
});

test.each([
  ['1', 1],
  [' -2.5 ', -2.5],
  ['1e3', 1000],
  ['.5', 0.5],
  ['+7', 7],
  ['1,5', 1.5],
  ['-0,25', -0.25],
  ['0', 0],
  ['-0.0', -0],
])('"%s" is %d', (cell, value) => {
  expect(numberOf(cell)).toBe(value);
});

test.each([
  '',
  ' ',
  'x',
  '1x',
  '0x1F',
  '0b1',
  '0o7',
  'Infinity',
  '-inf',
  'NaN',
  '1,2,3',
  '1,5,',
  '--1',
  '1 2',
])('"%s" is no number', cell => {
  expect(numberOf(cell)).toBeNaN();
});

test('every number is read back as it was written', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      // a text has no −0
      expect(numberOf(String(value))).toBe(value + 0);
    }),
  );
});

test.each([
  [',', 'a,b;c,d\nx,y;z,w\n'],
  [';', 'temp;wind;power\n1,5;2,5;3,5\n3,5;4,5;5,5\n'],
  [';', '"a";"b"\n1,5;2,5\n3,5;4,5\n'],
  [' ', '  1   2  3\n 40 5 6\n'],
  [',', 'a, b, c\n1, 2, 3\n'],
  [';', 'a;b\n1,5;2,5\n3,5;4,5\n'],
  ['\t', 'a b\tc\n1 2\t3\n4\t5\n'],
  ['|', 'a|b|c\n1|2|3\n'],
  [' ', '1 2 3\n4 5 6\n'],
  [',', 'one\ntwo\nthree\n'],
  [',', '"a;b;c",d\n"e;f;g",h\n'],
])('the delimiter is "%s"', (delimiter, text) => {
  expect(delimiterOf(text)).toBe(delimiter);
});
