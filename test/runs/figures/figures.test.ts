import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costText } from '../../../src/runs/figures/costText';
import { durationText } from '../../../src/runs/figures/durationText';
import { numberText, tickText } from '../../../src/runs/figures/numberText';
import { probabilityText } from '../../../src/runs/figures/probabilityText';
import { shareText } from '../../../src/runs/figures/shareText';

describe('a number', () => {
  it.each([
    [0, '0'],
    [12288, '12,288'],
    [0.584508, '0.5845'],
    [0.0075, '0.0075'],
    [-0.25, '−0.25'],
    [1234.56, '1,235'],
    [1e-8, '1e−8'],
    [1.25e-5, '1.25e−5'],
    [123456.7, '123,457'],
    [123456789012, '123,456,789,012'],
    [1234567890.5, '1.23e9'],
    [2.1e31, '2.1e31'],
    [-1.7976931348623157e308, '−1.8e308'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%f is shown as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it.each([0, 250_000, 999_999, -999_999, 2_000_000, 2e31, 2.5e-300, 0.0125, -0.0125])(
    '%f fits beside an axis',
    value => {
      expect(tickText(value).length).toBeLessThanOrEqual(8);
    },
  );
});

it('a cost has the six digits that the course prints', () => {
  expect([Math.LN2, 0, 12.5, 3.2e-7, -0.25, 2e10, Number.POSITIVE_INFINITY].map(costText)).toEqual([
    '0.693147',
    '0.000000',
    '12.500000',
    '3.20000e-7',
    '-0.250000',
    '2.00000e+10',
    '∞',
  ]);
});

describe('an accuracy', () => {
  it('has one or two digits after the point', () => {
    expect([207 / 209, 29 / 30, 0.7, 0.905, 1, 0].map(shareText)).toEqual([
      '99.04 %',
      '96.67 %',
      '70.0 %',
      '90.5 %',
      '100.0 %',
      '0.0 %',
    ]);
  });

  it('is all or none only where it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (m, share) => {
          const right = Math.round(share * m);
          const text = shareText(right / m);
          expect(text === '100.0 %').toBe(right === m);
          expect(text === '0.0 %').toBe(right === 0);
          expect(Number.parseFloat(text)).toBeCloseTo((100 * right) / m, 1);
        },
      ),
    );
  });
});

it('a probability is never certainty', () => {
  expect([1, 0.9995, 0.999, 0.5, 0.012, 0.0004, 0].map(probabilityText)).toEqual([
    '> 99.9 %',
    '> 99.9 %',
    '99.9 %',
    '50.0 %',
    '1.2 %',
    '< 0.1 %',
    '< 0.1 %',
  ]);
});

it('a time is in seconds, minutes and hours', () => {
  expect([0.42, 12.3, 200, 7500].map(durationText)).toEqual(['0.4 s', '12 s', '3 min 20 s', '2 h 5 min']);
});

it('no end writes these figures in a way of its own', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const ends = ['src/host', 'src/cli', 'webview'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => path.join(folder, file)),
  );
  const own = ends.filter(file => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return /(cost|accuracy|share|probability|Error)\w*\)?\.to(Fixed|Precision)|toFixed\(\d\)\}? %`/i.test(
      text,
    );
  });
  expect(own).toEqual([]);
});
