import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListField, NumberField, SidesField } from '../../../../webview/panels/fields/field';
import { readList } from '../../../../webview/panels/fields/readList';
import { inBounds, readNumber } from '../../../../webview/panels/fields/readNumber';
import { readSides } from '../../../../webview/panels/fields/readSides';
import { stepNumber } from '../../../../webview/panels/fields/stepNumber';

const base = { name: 'x', description: '', initial: undefined, absent: '', required: false } as const;
const units: NumberField = {
  ...base,
  kind: 'number',
  title: 'Units',
  integer: true,
  minimum: 1,
  maximum: 1_000_000,
  openMinimum: false,
  openMaximum: false,
  words: [],
  required: true,
};
const rate: NumberField = {
  ...units,
  title: 'Learning rate',
  integer: false,
  minimum: 0,
  maximum: Number.POSITIVE_INFINITY,
  openMinimum: true,
};
const decay: NumberField = { ...rate, title: 'β', maximum: 1, openMinimum: false, openMaximum: true };
const batch: NumberField = { ...units, title: 'Batch size', words: ['all'], required: false };
const shape: ListField = {
  ...base,
  kind: 'list',
  title: 'Shape',
  minimumLength: 1,
  maximumLength: 3,
  element: { minimum: 1, maximum: 1_000_000 },
};
const kernel: SidesField = {
  ...base,
  kind: 'sides',
  title: 'Kernel size',
  minimum: 1,
  maximum: 1000,
  pair: true,
  words: [],
  required: true,
};
const word = (value: string) => ({ value, title: value, description: '' });
const padding: SidesField = {
  ...kernel,
  title: 'Padding',
  minimum: 0,
  pair: false,
  words: [word('valid'), word('same')],
  required: false,
};

describe('the sides of a kernel that are typed', () => {
  it.each([
    ['3', kernel, 3],
    ['3 × 5', kernel, [3, 5]],
    ['3x5', kernel, [3, 5]],
    ['[3, 5]', kernel, [3, 5]],
    ['3 3', kernel, [3, 3]],
    ['same', padding, 'same'],
    [' Valid ', padding, 'valid'],
    ['2', padding, 2],
    ['', padding, undefined],
  ])('%j are read', (text, field, value) => {
    expect(readSides(text, field)).toEqual({ value });
  });

  it.each([
    ['', kernel, 'Kernel size is missing.'],
    ['0', kernel, 'Kernel size is a whole number from 1 up to 1,000 or two of them such as 1 × 2, not 0.'],
    [
      '3 × 5 × 7',
      kernel,
      'Kernel size is a whole number from 1 up to 1,000 or two of them such as 1 × 2, not 3 × 5 × 7.',
    ],
    ['×', kernel, 'Kernel size is a whole number from 1 up to 1,000 or two of them such as 1 × 2, not ×.'],
    ['1 × 2', padding, 'Padding is a whole number from 0 up to 1,000, "valid" or "same", not 1 × 2.'],
    ['sam', padding, 'Padding is a whole number from 0 up to 1,000, "valid" or "same", not sam.'],
    ['1.5', padding, 'Padding is a whole number from 0 up to 1,000, "valid" or "same", not 1.5.'],
  ])('%j isn’t', (text, field, fault) => {
    expect(readSides(text, field)).toEqual({ fault });
  });
});

describe('a number that is typed', () => {
  it.each([
    ['4', units, 4],
    [' 12 ', units, 12],
    ['1e-3', rate, 0.001],
    ['all', batch, 'all'],
    ['', batch, undefined],
  ])('%j is read', (text, field, value) => {
    expect(readNumber(text, field)).toEqual({ value });
  });

  it.each([
    ['', units, 'Units is missing.'],
    ['four', units, 'Units is a whole number from 1 up to 1,000,000, not four.'],
    ['0', units, 'Units is a whole number from 1 up to 1,000,000, not 0.'],
    ['2.5', units, 'Units is a whole number from 1 up to 1,000,000, not 2.5.'],
    ['0', rate, 'Learning rate is a number above 0, not 0.'],
    ['1', decay, 'β is a number from 0 below 1, not 1.'],
    ['some', batch, 'Batch size is a whole number from 1 up to 1,000,000 or "all", not some.'],
  ])('%j is refused with a sentence', (text, field, fault) => {
    expect(readNumber(text, field)).toEqual({ fault });
  });

  it('is read as what it was written as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-300 }), value => {
        expect(readNumber(String(value), rate)).toEqual({ value });
      }),
    );
  });
});

describe('a list that is typed', () => {
  it.each([
    ['64 × 64 × 3', [64, 64, 3]],
    ['64, 64, 3', [64, 64, 3]],
    ['[2]', [2]],
    ['', undefined],
  ])('%j is read', (text, value) => {
    expect(readList(text, shape)).toEqual({ value });
  });

  it('is refused where it is too long or holds no whole number', () => {
    expect(readList('1 2 3 4', shape)).toEqual({ fault: 'Shape is 1 to 3 numbers, not 4.' });
    expect(readList('2.5', shape)).toEqual({
      fault: 'Shape holds whole numbers from 1 up to 1000000, not 2.5.',
    });
  });
});

describe('a step', () => {
  it.each([
    [4, units, 1, 5],
    [4, units, -10, 1],
    [1, units, -1, 1],
    [0.01, rate, 1, 0.02],
    [0.02, rate, 1, 0.05],
    [0.0075, rate, 1, 0.01],
    [1.2, rate, -1, 1],
    [1, rate, -1, 0.5],
    [0.9, decay, 1, 0.9],
    [0.999, decay, -1, 0.998],
    [0.00001, { ...decay, openMinimum: true }, 1, 0.00002],
    [0.00001, { ...decay, openMinimum: true }, -1, 0.000005],
  ])('from %d (%#) goes to the next round value', (value, field, by, next) => {
    expect(stepNumber(value, field, by)).toBe(next);
  });

  it('never leaves the bounds, and goes back where it came from along the scale', () => {
    const digits = fc.tuple(fc.constantFrom(1, 2, 5), fc.integer({ min: -12, max: 6 }));
    fc.assert(
      fc.property(digits, fc.constantFrom(-1, 1), ([digit, power], by) => {
        const value = Number(`${digit}e${power}`);
        const next = stepNumber(value, rate, by);
        expect(inBounds(next, rate)).toBe(true);
        expect(stepNumber(next, rate, -by)).toBe(value);
      }),
    );
  });
});
