import { describe, expect, test } from 'vitest';
import { loadCsv } from './csv';

describe('a column that only tells the row', () => {
  const table = (name: string, cell: (i: number) => unknown, m = 30) =>
    [
      `${name},a,y`,
      ...Array.from({ length: m }, (_, i) => `${cell(i)},${(i * 7) % 5}.5,${Number(i >= m / 2)}`),
    ].join('\n');
  const left = async (content: string) =>
    (await loadCsv(content)).preprocessing.columns!.map(({ name }) => name);

  test.each([
    ['a count from 0 without a name', '', (i: number) => i],
    ['pandas’ name, after rows were left out', 'Unnamed: 0', (i: number) => 3 * i + (i % 2)],
    ['no name, shuffled', '', (i: number) => (i * 7) % 30],
    ['a count from 1 of any name', 'Serial No.', (i: number) => i + 1],
    ['a count of an id from anywhere', 'PassengerId', (i: number) => i + 892],
    ['an id that never comes twice', 'id', (i: number) => 842302 + ((i * 7) % 30) * 13],
    ['a count with zeros before it', 'case', (i: number) => String(i + 1).padStart(3, '0')],
  ])('is left out: %s', async (_what, name, cell) => {
    expect(await left(table(name, cell))).toEqual(['a']);
  });

  test.each([
    ['whole numbers of a name that aren’t a count', 'dose', (i: number) => 3 * i],
    ['an id that comes again', 'id', (i: number) => i % 10],
    [
      'one of more values than are remembered, that comes again at once',
      'shopId',
      (i: number) => (i >> 1) * 3,
    ],
    ['the same, that comes again when all have come', 'shopId', (i: number) => (i * 7) % 1500],
    ['a count from elsewhere', 'temperature', (i: number) => i + 15],
    ['a word that ends like one', 'humid', (i: number) => (i * 7) % 30],
  ])('stays: %s', async (_what, name, cell) => {
    expect(await left(table(name, cell, name === 'shopId' ? 3000 : 30))).toEqual([name, 'a']);
  });

  test('counts also the rows without a target', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i + 1},${i % 3}.5,${i % 4 ? i % 2 : ''}`);
    expect(await left(['no.,a,y', ...rows].join('\n'))).toEqual(['a']);
  });

  test('stays where there is nothing else to learn from, or where that is asked for', async () => {
    expect(
      await left(['t,y', ...Array.from({ length: 20 }, (_, i) => `${i},${i * i}.5`)].join('\n')),
    ).toEqual(['t']);
    const { preprocessing } = await loadCsv(
      table('t', i => i),
      { columns: { t: 'number' } },
    );
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['t', 'a']);
  });
});
