import { describe, expect, test } from 'vitest';
import { loadCsv, readCsv, repeat } from './csv';

describe('the row of names', () => {
  test.each([
    ['years', 'town,2019,2020\nOslo,1.5,2.5\nRome,2.5,3.5\n', ['town', '2019', '2020']],
    ['years above whole numbers', '2019,2020,2021\n7,41,0\n3,39,1\n', ['2019', '2020', '2021']],
    ['many counted columns', `${Array.from({ length: 12 }, (_, i) => i)}\n${'5,'.repeat(11)}5\n`, undefined],
    ['a text above numbers', 'a,b\n1,x\n2,y\n', ['a', 'b']],
    [
      'of texts, one of which comes below',
      `kind,cap,bruises\n${repeat(['a,x,no', 'b,y,bruises'], 8).join('\n')}\n`,
      ['kind', 'cap', 'bruises'],
    ],
    ['one name fewer, as R writes it', '"a","b"\n"1",5,x\n"2",6,y\n', ['column1', 'a', 'b']],
    ['an empty name more', '"a","b",\n5,x\n6,y\n', ['a', 'b']],
    ['with a delimiter at the end of every line', 'a;b;\n1;2;\n3;4;\n', ['a', 'b']],
    ['with a delimiter at the end of every line but its own', 'a;b\n1;2;\n3;4;\n', ['a', 'b']],
  ])('%s', async (_what, content, columns) => {
    const table = await readCsv(content);
    expect(table.columns).toEqual(columns ?? Array.from({ length: 12 }, (_, i) => String(i)));
    const lines = content.trim().split('\n').length;
    expect(table.rows).toHaveLength(lines - 1);
  });

  test.each([
    ['numbers that count as those below do', '1,2,3\n4,5,6\n'],
    ['years above years', '2019,2020\n2018,2021\n'],
    ['numbers', '5.1,3.5\n4.9,3.0\n'],
    ['texts of which more come again', `red,small\n${repeat(['blue,large', 'red,large'], 8).join('\n')}\n`],
  ])('isn’t one of %s', async (_what, content) => {
    const table = await readCsv(content);
    expect(table.columns.every(name => name.startsWith('column'))).toBe(true);
    expect(table.rows).toHaveLength(content.trim().split('\n').length);
  });

  test('that is a name short is told of, where the first column is an input too', async () => {
    const short = ['b,y', ...Array.from({ length: 12 }, (_, i) => `${(i * 7) % 5}.5,${i / 4},${i % 2}`)].join(
      '\n',
    );
    const { preprocessing, report } = await loadCsv(short);
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['column1', 'b']);
    const told =
      'The header of a.csv has one name fewer than there are columns, so the first column is column1.';
    expect(report.facts?.choices).toContain(told);
    expect((await loadCsv(`a,${short}`)).report.facts?.choices).not.toContain(told);
  });

  test('is one that holds the target, whatever else', async () => {
    const { preprocessing, train } = await loadCsv('2019,2021\n7,0\n3,1\n5,1\n', { target: '2021' });
    expect(preprocessing.columns).toMatchObject([{ name: '2019' }]);
    expect(train.m).toBe(3);
  });
});

describe('before and between the rows', () => {
  test.each([
    ['Excel’s line', 'sep=;\na;b\n1,5;2\n', [['1,5', '2']], []],
    ['Excel’s line in quotes', '"sep=|"\na|b\n1,5|2\n', [['1,5', '2']], []],
    [
      'comments',
      '# logger\n# v2, of 2020\na,b\n1,2\n',
      [['1', '2']],
      ['Lines of a.csv that begin with # are passed over.'],
    ],
    [
      'comments below',
      'a,b\n1,2\n% the end of it, really, now\n',
      [['1', '2']],
      ['Lines of a.csv that begin with % are passed over.'],
    ],
    ['names in a comment, as NumPy writes them', '# a,b\n1,2\n', [['1', '2']], []],
    ['a name that is the mark', '#,b\n1,2\n', [['1', '2']], []],
    [
      'rows that begin with the mark',
      'a,b\n#f00,2\n#0f0,3\n',
      [
        ['#f00', '2'],
        ['#0f0', '3'],
      ],
      [],
    ],
    [
      'only rows that begin with it',
      '#f00,2\n#0f0,3\n',
      [
        ['#f00', '2'],
        ['#0f0', '3'],
      ],
      undefined,
    ],
  ])('%s', async (_what, content, rows, choices) => {
    const table = await readCsv(content);
    expect(table.rows).toEqual(rows);
    if (choices) expect(table.choices).toEqual(choices);
  });

  test('names in a comment are those without the mark', async () => {
    expect((await readCsv('# logger\n# a, b\n1,2\n')).columns).toEqual(['a', 'b']);
    expect((await readCsv('#a b\n1 2\n3 4\n')).columns).toEqual(['a', 'b']);
    expect((await readCsv('#,b\n1,2\n')).columns).toEqual(['#', 'b']);
  });

  test('the line of a fault is that of the file', async () => {
    await expect(readCsv('sep=;\n# x\na;b\n1;2\n1;2;3\n')).rejects.toThrow('a.csv, line 5: 3 values');
  });

  test('blanks that part the columns may be many, and stand before the first', async () => {
    const table = await readCsv('   a    b\t c\n   1  2.5   3\n  10  3.5   4  \n\n  5 6 "x  y"\n');
    expect(table.columns).toEqual(['a', 'b', 'c']);
    expect(table.rows).toEqual([
      ['1', '2.5', '3'],
      ['10', '3.5', '4'],
      ['5', '6', 'x  y'],
    ]);
    expect((await readCsv('a  b\n1   2\n', { delimiter: ' ' })).rows).toEqual([['1', '2']]);
  });

  test('blanks are collapsed across the pieces that a file comes in', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `  ${i}    ${i * 2}`);
    const table = await readCsv(`${rows.join('\n')}\n`);
    expect(table.rows).toHaveLength(40_000);
    expect(table.rows[30_000]).toEqual(['30000', '60000']);
  });
});

test('blanks in quotes stay, also where a line ends in them and a piece of the file with it', async () => {
  // a cell with line ends every few rows, so that every piece begins and ends in quotes somewhere
  const cell = (i: number) => `"two   ${i}\n   lines  "`;
  const rows = Array.from({ length: 20_000 }, (_, i) => `  ${i}    ${i % 3 === 0 ? cell(i) : i}`);
  const table = await readCsv(`a b\n${rows.join('\n')}\n`, { delimiter: ' ' });
  expect(table.rows).toHaveLength(20_000);
  for (const [i, row] of table.rows.entries())
    expect(row).toEqual([String(i), i % 3 === 0 ? `two   ${i}\n   lines  ` : String(i)]);
});
