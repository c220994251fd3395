import { expect, test } from 'vitest';
import { owner, rowsOf, rowsPerExample } from '../../../src/core/kernels/operands';

test('rows of a batch have its memory and follow its m', () => {
  const whole = { n: 12, m: 5, data: new Float64Array(60) };
  const rows = rowsOf(whole, 3);
  expect([rows.n, rows.m, rowsPerExample(rows), rowsPerExample(whole)]).toEqual([3, 20, 4, 1]);
  expect(rows.data).toBe(whole.data);
  whole.m = 2;
  whole.data = new Float64Array(24);
  expect([rows.m, rows.data]).toEqual([8, whole.data]);
});

test('a view of a view is one of the batch', () => {
  const whole = { n: 12, m: 5, data: new Float64Array(60) };
  const rows = rowsOf(rowsOf(whole, 6), 2);
  expect([rows.of, rows.m]).toEqual([whole, 30]);
  expect([owner(rows), owner(whole), owner(undefined), owner(7)]).toEqual([whole, whole, undefined, 7]);
});

test('rows that don’t divide an example are refused', () => {
  expect(() => rowsOf({ n: 12, m: 5, data: new Float64Array(60) }, 5)).toThrow('no rows of 5');
});
