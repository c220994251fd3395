import { describe, expect, test } from 'vitest';
import { loadData } from '../../../src/data/data';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const load = (content: string, more: object = {}) =>
  loadData(settings({ file: 'a.csv', target: 'y', ...whole, ...more }), memoryFiles({ 'a.csv': content }));
/** Rows of `count` cells, those of `odd` in place of some, beside an input that is a plain number. */
function column(count: number, cell: (i: number) => string, odd: Readonly<Record<number, string>>): string {
  return ['a,v,y', ...Array.from({ length: count }, (_, i) => `${i / 8},${odd[i] ?? cell(i)},${i % 2}`)].join(
    '\n',
  );
}
const target = (count: number, cell: (i: number) => string, odd: Readonly<Record<number, string>>) =>
  ['a,y', ...Array.from({ length: count }, (_, i) => `${i / 8},${odd[i] ?? cell(i)}`)].join('\n');
const day = (i: number) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);

describe('a slip is told with its line and the ways out', () => {
  test.each([
    [
      'among few different numbers',
      column(200, i => String(10 + (i % 5)), { 120: '12o' }),
      '122',
      '12o',
      'number',
    ],
    [
      'among many different numbers',
      column(200, i => String(i * 1.5), { 120: '12o' }),
      '122',
      '12o',
      'number',
    ],
    [
      'beside marks of gaps',
      column(200, i => String(i % 7), { 5: '-', 6: '-', 8: 'None', 120: '1,,2x' }).replace('1,,2x', '1.2.x'),
      '122',
      '1.2.x',
      'number',
    ],
    ['among dates', column(300, day, { 77: '2020-13-45' }), '79', '2020-13-45', 'date'],
    ['as the first of dates', column(300, day, { 0: 'soon' }), '2', 'soon', 'date'],
    ['of a number among dates', column(300, day, { 77: '17' }), '79', '17', 'date'],
  ])('%s', async (_what, content, line, cell, others) => {
    await expect(load(content)).rejects.toMatchObject({
      code: 'bad-cell',
      message: `a.csv, line ${line}: '${cell}' in column v isn't a ${others}, while nearly all others are. Mend the cell, leave it empty, or say "one-hot", "ordinal" or "ignore" for v under columns.`,
    });
    const { preprocessing } = await load(content, { columns: { v: 'ignore' } });
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['a']);
  });

  test.each([
    ['that are all different', (i: number) => String(i + 0.25)],
    ['that come again', (i: number) => String(i % 40)],
    ['that are few', (i: number) => String(i % 2)],
  ])('in a target of numbers %s', async (_what, cell) => {
    const fault = {
      code: 'bad-cell',
      field: 'data.target',
      message: `a.csv, line 122: '12o' in column y isn't a number, while nearly all others are. Mend the cell, leave it empty and its row out, or say "one-hot" for y under columns if its values are classes.`,
    };
    await expect(load(target(200, cell, { 120: '12o' }))).rejects.toMatchObject(fault);
    expect((await load(target(200, cell, { 120: '' }))).train.m).toBe(199);
  });

  test('of several the first is shown, and they are counted', async () => {
    await expect(load(column(300, day, { 40: 'x', 90: 'z', 200: 'x' }))).rejects.toThrow(
      "a.csv, line 42: 'x' in column v isn't a date, while nearly all others are (and 2 more cells).",
    );
  });
});

describe('a category is no slip', () => {
  const sizes = (odd: Readonly<Record<number, string>>) => column(200, i => String(1 + (i % 2)), odd);

  test.each([
    ['a word that comes again', sizes({ 20: 'K', 120: 'K' }), ['1', '2', 'K']],
    ['a group of numbers, though it comes once', sizes({ 20: '3+' }), ['1', '2', '3+']],
    ['a range that comes once', sizes({ 20: '10-14' }), ['1', '10-14', '2']],
    ['one of twelve rows', column(12, i => String(1 + (i % 2)), { 5: 'K' }), ['1', '2', 'K']],
    [
      'many words',
      sizes(Object.fromEntries([3, 30, 40, 50, 60, 70].map((i, j) => [i, `w${j % 3}`]))),
      ['1', '2', 'w0', 'w1', 'w2'],
    ],
  ])('%s', async (_what, content, values) => {
    const { preprocessing } = await load(content);
    expect(preprocessing.columns![1]).toEqual({ name: 'v', as: 'one-hot', values });
  });

  test('a class with letters among many of digits', async () => {
    const { preprocessing } = await load(
      target(300, i => (i % 30 === 7 ? 'X7' : String(100 + (i % 30))), {}),
    );
    expect(preprocessing.targets.classes).toHaveLength(30);
  });

  test('texts among which some are dates', async () => {
    const content = column(
      300,
      day,
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i * 5, 'never'])),
    );
    const { report } = await load(content);
    expect(report.facts?.choices.join()).toContain('v is left out');
  });
});
