import { describe, expect, test } from 'vitest';
import { describeData, loadData, loadInputs } from '../../../src/data/data';
import type { Preprocessing } from '../../../src/data/preprocessing';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { readTableIn } from '../readers/openedTable';
import { settings, whole } from '../settings';

const read = (content: string | Uint8Array, options: object = {}) => readTableIn('a.csv', content, options);
const load = (content: string | Uint8Array, more: object = {}) =>
  loadData(settings({ file: 'a.csv', target: 'y', ...whole, ...more }), memoryFiles({ 'a.csv': content }));
const repeat = (rows: readonly string[], times: number) => new Array(times).fill(rows).flat() as string[];

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
    const table = await read(content);
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
    const table = await read(content);
    expect(table.columns.every(name => name.startsWith('column'))).toBe(true);
    expect(table.rows).toHaveLength(content.trim().split('\n').length);
  });

  test('that is a name short is told of, where the first column is an input too', async () => {
    const short = ['b,y', ...Array.from({ length: 12 }, (_, i) => `${(i * 7) % 5}.5,${i / 4},${i % 2}`)].join(
      '\n',
    );
    const { preprocessing, report } = await load(short);
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['column1', 'b']);
    const told =
      'The header of a.csv has one name fewer than there are columns, so the first column is column1.';
    expect(report.facts?.choices).toContain(told);
    expect((await load(`a,${short}`)).report.facts?.choices).not.toContain(told);
  });

  test('is one that holds the target, whatever else', async () => {
    const { preprocessing, train } = await load('2019,2021\n7,0\n3,1\n5,1\n', { target: '2021' });
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
    const table = await read(content);
    expect(table.rows).toEqual(rows);
    if (choices) expect(table.choices).toEqual(choices);
  });

  test('names in a comment are those without the mark', async () => {
    expect((await read('# logger\n# a, b\n1,2\n')).columns).toEqual(['a', 'b']);
    expect((await read('#a b\n1 2\n3 4\n')).columns).toEqual(['a', 'b']);
    expect((await read('#,b\n1,2\n')).columns).toEqual(['#', 'b']);
  });

  test('the line of a fault is that of the file', async () => {
    await expect(read('sep=;\n# x\na;b\n1;2\n1;2;3\n')).rejects.toThrow('a.csv, line 5: 3 values');
  });

  test('blanks that part the columns may be many, and stand before the first', async () => {
    const table = await read('   a    b\t c\n   1  2.5   3\n  10  3.5   4  \n\n  5 6 "x  y"\n');
    expect(table.columns).toEqual(['a', 'b', 'c']);
    expect(table.rows).toEqual([
      ['1', '2.5', '3'],
      ['10', '3.5', '4'],
      ['5', '6', 'x  y'],
    ]);
    expect((await read('a  b\n1   2\n', { delimiter: ' ' })).rows).toEqual([['1', '2']]);
  });

  test('blanks are collapsed across the pieces that a file comes in', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `  ${i}    ${i * 2}`);
    const table = await read(`${rows.join('\n')}\n`);
    expect(table.rows).toHaveLength(40_000);
    expect(table.rows[30_000]).toEqual(['30000', '60000']);
  });
});

test('blanks in quotes stay, also where a line ends in them and a piece of the file with it', async () => {
  // a cell with line ends every few rows, so that every piece begins and ends in quotes somewhere
  const cell = (i: number) => `"two   ${i}\n   lines  "`;
  const rows = Array.from({ length: 20_000 }, (_, i) => `  ${i}    ${i % 3 === 0 ? cell(i) : i}`);
  const table = await read(`a b\n${rows.join('\n')}\n`, { delimiter: ' ' });
  expect(table.rows).toHaveLength(20_000);
  for (const [i, row] of table.rows.entries())
    expect(row).toEqual([String(i), i % 3 === 0 ? `two   ${i}\n   lines  ` : String(i)]);
});

describe('the encoding is that of the whole file', () => {
  test.each([
    ['little', [0xff, 0xfe, 0, 0], (code: number) => [code, 0, 0, 0]],
    ['big', [0, 0, 0xfe, 0xff], (code: number) => [0, 0, 0, code]],
  ])('UTF-32 with its mark, %s end first, is refused by name', async (_what, mark, letter) => {
    const bytes = Uint8Array.from([...mark, ...[...'a,b\n1,2\n'].flatMap(c => letter(c.charCodeAt(0)))]);
    await expect(read(bytes)).rejects.toThrow(
      "a.csv is text in UTF-32, which isn't read here. Save it as UTF-8.",
    );
  });

  const rows = 'a,b\n'.concat('1,x\n'.repeat(60_000));
  test.each([
    ['windows-1252', Uint8Array.of(0x32, 0x2c, 0xfc, 0x0a), 'ü', 1],
    ['UTF-8', new TextEncoder().encode('2,ü\n'), 'ü', 0],
  ])('%s far down', async (_what, end, letter, said) => {
    const bytes = new Uint8Array([...new TextEncoder().encode(rows), ...end]);
    const table = await read(bytes);
    expect(table.rows.at(-1)).toEqual(['2', letter]);
    expect(table.choices).toHaveLength(said);
  });

  test('of letters that could be UTF-8 first and then aren’t', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${rows}1,ü\n`), 0x32, 0x2c, 0xfc, 0x0a]);
    const table = await read(bytes);
    expect(table.rows.slice(-2)).toEqual([
      ['1', 'Ã¼'],
      ['2', 'ü'],
    ]);
    expect(table.choices).toEqual(["a.csv isn't UTF-8, so it is read as Windows-1252."]);
  });

  const wide = (text: string, little: boolean, mark: boolean) => {
    const letters = `${mark ? '\ufeff' : ''}${text}`;
    return Uint8Array.from(
      [...letters].flatMap(letter => {
        const code = letter.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
  };
  test.each([
    ['little-endian', true, true],
    ['big-endian', false, true],
    ['little-endian without a mark', true, false],
    ['big-endian without a mark', false, false],
  ])('UTF-16, %s', async (_what, little, mark) => {
    const table = await read(wide('a,ü\r\n1,2\r\n', little, mark));
    expect(table.columns).toEqual(['a', 'ü']);
    expect(table.rows).toEqual([['1', '2']]);
    expect(table.choices).toEqual(['a.csv is read as UTF-16.']);
  });

  test('what is no text in it is a fault, not a replacement', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x0a, 0x00]);
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DataError' });
  });
});

describe('a column that only tells the row', () => {
  const table = (name: string, cell: (i: number) => unknown, m = 30) =>
    [
      `${name},a,y`,
      ...Array.from({ length: m }, (_, i) => `${cell(i)},${(i * 7) % 5}.5,${Number(i >= m / 2)}`),
    ].join('\n');
  const left = async (content: string) =>
    (await load(content)).preprocessing.columns!.map(({ name }) => name);

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
    const { preprocessing } = await load(
      table('t', i => i),
      { columns: { t: 'number' } },
    );
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['t', 'a']);
  });
});

describe('gaps', () => {
  test('among numbers are words that elsewhere would be texts, and that is said', async () => {
    const cells = ['1.5', 'None', '-', '.', 'missing', '<NA>', '#NULL!', '2.5'];
    const { train, report } = await load(['v,y', ...cells.map((cell, i) => `${cell},${i % 2}`)].join('\n'));
    expect(inputsOf(train).map(([value]) => value)).toEqual([1.5, 2, 2, 2, 2, 2, 2, 2.5]);
    expect(report.facts?.choices[0]).toBe(
      "v: 6 gaps ('None', '-', '.' and 1 more among them) filled with the mean of the training set.",
    );
  });

  test('are not those words among texts', async () => {
    const rows = repeat(['None,-,0', 'brick,+,1', 'wood,-,1'], 4);
    const { preprocessing } = await load(['wall,pole,y', ...rows].join('\n'));
    expect(preprocessing.columns).toEqual([
      { name: 'wall', as: 'one-hot', values: ['None', 'brick', 'wood'] },
      { name: 'pole', as: 'one-hot', values: ['+', '-'] },
    ]);
  });

  test('NA is Namibia among codes of countries, and a gap elsewhere', async () => {
    const codes = repeat(['ZA,0', 'NA,1', 'BW,0', 'AO,1', 'ZM,0', 'ZW,1'], 3);
    const { preprocessing, report } = await load(['land,y', ...codes].join('\n'));
    expect(preprocessing.columns).toMatchObject([{ values: ['AO', 'BW', 'NA', 'ZA', 'ZM', 'ZW'] }]);
    expect(report.facts?.choices).toContain(
      'NA in land is taken for a value, as the others have two letters too.',
    );
    const words = await load(['kind,y', ...repeat(['red,0', 'NA,1', 'blue,0'], 4)].join('\n'));
    expect(words.preprocessing.columns).toMatchObject([{ values: ['blue', 'red'] }]);
  });

  test('in a target leave out their rows, whatever they are called there', async () => {
    const rows = ['1.5,0', '2.5,None', '3.5,1', '4.5,0', '5.5,1', '6.5,-'];
    const { train, report, preprocessing } = await load(['a,y', ...rows].join('\n'));
    expect(inputsOf(train).map(([value]) => value)).toEqual([1.5, 3.5, 4.5, 5.5]);
    expect(report.facts?.choices[0]).toBe('2 rows without a value of y are left out.');
    expect(preprocessing.targets.classes).toEqual(['0', '1']);
    const kept = await load(['a,y', ...repeat(['1.5,+', '2.5,-'], 3)].join('\n'));
    expect(kept.preprocessing.targets.classes).toEqual(['+', '-']);
  });
});

describe('codes', () => {
  test('keep their zeros as classes, and 1 is another than 001', async () => {
    const rows = repeat(['1.5,001', '2.5,002', '3.5,1'], 4);
    const { train, preprocessing } = await load(['a,y', ...rows].join('\n'));
    expect(preprocessing.targets).toMatchObject({ classes: ['001', '1', '002'] });
    expect([0, 1, 2].map(i => train.truth(i))).toEqual(['001', '002', '1']);
    const { dataset } = await loadInputs(
      { file: 'b.csv' },
      preprocessing,
      memoryFiles({ 'b.csv': 'a,y\n9,1\n9,002\n' }),
    );
    expect([0, 1].map(i => dataset.truth(i))).toEqual(['1', '002']);
  });

  test('are inputs one-hot, where they are few and come again', async () => {
    const { preprocessing } = await load(
      ['a,place,y', ...repeat(['1.5,007,0', '2.5,008,1', '2.7,7,1'], 4)].join('\n'),
    );
    expect(preprocessing.columns![1]).toEqual({ name: 'place', as: 'one-hot', values: ['007', '7', '008'] });
  });

  test.each([40, 1200])('that are too many different ones for an input each are told of: %i', async many => {
    const code = (i: number) => String((i * 7) % many).padStart(5, '0');
    const rows = Array.from({ length: 3 * many }, (_, i) => `${i / 8},${code(i)},${i % 2}`);
    const { preprocessing, report } = await load(['a,zip,y', ...rows].join('\n'));
    expect(preprocessing.columns![1]).toMatchObject({ name: 'zip', as: 'number' });
    expect(report.facts?.choices).toContain(
      'zip holds codes, such as \'00000\', too many different ones for an input each, so they are read as amounts. Say "ordinal" or "ignore" for it under columns where they are none.',
    );
  });

  test.each(['a.csv', 'a.json', 'a.jsonl'])(
    'of more digits than a number has are never one class: %s',
    async name => {
      const ids = ['9007199254740992', '9007199254740993'];
      const rows = Array.from({ length: 12 }, (_, i) => ({
        a: i / 8,
        b: '12345678901234567, "x"',
        y: ids[i % 2]!,
      }));
      const line = ({ a, b, y }: (typeof rows)[number]) => `{"a":${a},"b":${JSON.stringify(b)},"y":${y}}`;
      const content =
        name === 'a.csv'
          ? ['a,y', ...rows.map(({ a, y }) => `${a},${y}`)].join('\n')
          : name === 'a.json'
            ? `[${rows.map(line).join()}]`
            : rows.map(line).join('\n');
      const files = memoryFiles({ [name]: content });
      const { preprocessing, train } = await loadData(
        settings({ file: name, target: 'y', columns: { a: 'number' }, ...whole }),
        files,
      );
      expect(preprocessing.targets.classes).toEqual(ids);
      expect([0, 1, 2].map(i => train.truth(i))).toEqual([ids[0], ids[1], ids[0]]);
    },
  );

  test('of many whole numbers, one is told how they become classes', async () => {
    const rows = repeat(
      Array.from({ length: 25 }, (_, i) => `${i % 7}.5,${i}`),
      4,
    );
    const { facts } = await describeData(
      settings({ file: 'a.csv', target: 'y', ...whole }),
      memoryFiles({ 'a.csv': ['a,y', ...rows].join('\n') }),
    );
    expect(facts?.targets.wholeNumbers).toEqual({ column: 'y', different: 25 });
  });
});

describe('dates', () => {
  const table = (cells: readonly string[]) =>
    ['when,y', ...cells.map((cell, i) => `${cell},${i}.5`)].join('\n');

  test.each([
    ['years first', ['1970-01-02', '1971-01-01', ''], [1, 365, 183]],
    ['months alone', ['1970-01', '1970-02', '1949-01'], [0, 31, -7670]],
    [
      'with a time',
      ['1970-01-01 06:00', '1970-01-01T12:00:00Z', '1970-01-02T00:00:00+06:00'],
      [0.25, 0.5, 0.75],
    ],
    ['days first by a point', ['01.02.1970', '2.1.1970', '3.1.1970'], [31, 1, 2]],
    ['days first, as one can’t be a month', ['01/02/1970', '13/01/1970', '02/01/1970'], [31, 12, 1]],
    ['months first, as one can’t be a day', ['01/02/1970', '01/13/1970', '02/01/1970'], [1, 12, 31]],
    ['months with names', ['2 Jan 1970', '"January 3, 1970"', '04-Feb-1970'], [1, 2, 34]],
  ])('are days since 1970: %s', async (_what, cells, days) => {
    const { train, report } = await load(table(cells));
    expect(inputsOf(train).map(([value]) => value)).toEqual(days);
    expect(report.facts?.choices[0]).toMatch(/^when holds dates: .* the days since 1970-01-01\.$/);
  });

  test('are those of a month by its name, not by a word that begins as one', async () => {
    const cells = ['Octavia 2015', 'Marea 2001', 'Octavia 2015', 'Marea 2001'];
    const { report } = await load(table(cells));
    expect(report.facts?.choices[0]).toBe('when becomes 2 inputs, one-hot (Marea 2001 and Octavia 2015).');
    const { train } = await load(table(['2 Sept 1970', '1 June 1970', '31 OCT 1970']));
    expect(inputsOf(train).map(([value]) => value)).toEqual([244, 151, 303]);
  });

  test('that could be either way are left out, which is said, or read as asked', async () => {
    const content = ['a,when,y', '1.5,01/02/1970,0', '2.5,03/02/1970,1', '3.5,05/06/1970,1'].join('\n');
    const { preprocessing, report } = await load(content);
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['a']);
    expect(report.facts?.choices[0]).toBe(
      'when is left out: its dates may have the day or the month first. Say "day-first" or "month-first" for it under columns.',
    );
    const days = async (role: string) =>
      inputsOf((await load(content, { columns: { when: role } })).train).map(([, value]) => value);
    expect(await days('day-first')).toEqual([31, 33, 155]);
    expect(await days('month-first')).toEqual([1, 60, 125]);
    await expect(load(content, { columns: { when: 'date' } })).rejects.toMatchObject({
      code: 'doubtful-numbers',
      suggestions: ['day-first', 'month-first'],
    });
  });

  test.each([
    ['a year that ends elsewhere', ['2010-11', '2012-13', '2011-12']],
    ['a day there isn’t', ['30.02.2020', '01.02.2020', '02.02.2020']],
    ['a word among them', ['2020-01-01', 'later', '2020-01-03']],
  ])('are not %s', async (_what, cells) => {
    await expect(load(table(cells))).rejects.toThrow("The column when can't be learnt from.");
  });

  test('hold in what is predicted', async () => {
    const { preprocessing } = await load(table(['01/02/1970', '13/01/1970', '02/01/1970']));
    const { dataset } = await loadInputs({ rows: [['03/01/1970']] }, preprocessing, memoryFiles({}));
    expect(inputsOf(dataset)).toEqual([[2]]);
    await expect(loadInputs({ rows: [['1970']] }, preprocessing, memoryFiles({}))).rejects.toThrow(
      "'1970' in column when isn't a date as in training.",
    );
  });

  test('are no target, and only dates can be asked to be dates', async () => {
    const content = table(['1970-01-02', '1971-01-01', '1972-01-01']);
    await expect(load(content, { target: 'when', columns: { when: 'date' } })).rejects.toThrow(
      'dates can’t be predicted'.replace('’', "'"),
    );
    await expect(load(content, { columns: { y: 'ignore', when: 'date' }, target: 'y' })).rejects.toThrow();
    await expect(load('when,y\n1970-01-01,0\nsoon,1\n', { columns: { when: 'date' } })).rejects.toThrow(
      "a.csv, line 3: 'soon' in column when isn't a date, so it can't be read as one.",
    );
  });
});

describe('a file to predict is read as the one of the training', () => {
  const years = '2019,2020,2021\n0.77,41.92,0\n0.38,39.49,1\n0.99,0.05,0\n0.86,97.49,1\n';
  const colours =
    'colour,size,y\nblue,short,a\nblue,long,b\nred,short,a\nred,long,b\nred,short,a\nblue,long,b\n';
  const mixed = 'id,name,y,a,b\n17,p,0,1.5,2\n3,q,1,2.5,3\n9,r,1,3.5,4\n4,s,0,4.5,5\n';
  const learnt = async (content: string, more: object = {}) =>
    JSON.parse(JSON.stringify((await load(content, more)).preprocessing));
  const predict = async (content: string, preprocessing: Preprocessing) => {
    const { dataset, notes, columns } = await loadInputs(
      { file: 'b.csv' },
      preprocessing,
      memoryFiles({ 'b.csv': content }),
    );
    return { inputs: inputsOf(dataset), notes, columns };
  };

  test('names that are numbers are names, in any order', async () => {
    const terms = await learnt(years, { target: '2021' });
    expect((await predict('2020,2019\n90,0.1\n', terms)).inputs).toEqual([[0.1, 90]]);
    expect((await predict('2019,2020\n0.1,90\n', terms)).inputs).toEqual([[0.1, 90]]);
    expect((await predict('0.1,90\n', terms)).inputs).toEqual([[0.1, 90]]);
    expect((await predict('0.1,2020\n0.2,1\n', terms)).inputs).toEqual([
      [0.1, 2020],
      [0.2, 1],
    ]);
  });

  test('a first row of known texts is a row', async () => {
    const terms = await learnt(colours);
    const { inputs, notes, columns } = await predict('red,long\nblue,short\n', terms);
    expect(inputs).toEqual([
      [0, 1, 1, 0],
      [1, 0, 0, 1],
    ]);
    expect(columns).toEqual(['colour', 'size']);
    expect(notes).toEqual(['b.csv has no row of names, so its columns are taken to be colour and size.']);
    expect((await predict('red,long\n', terms)).inputs).toHaveLength(1);
  });

  test('other names are missing ones, not a row', async () => {
    const terms = await learnt(colours);
    await expect(predict('Colour,Size\nred,long\n', terms)).rejects.toMatchObject({ code: 'missing-column' });
    await expect(predict('a,b\n1.5,x\n', await learnt(years, { target: '2021' }))).rejects.toMatchObject({
      code: 'missing-column',
    });
  });

  test('without names all columns come in their order, or all but the target', async () => {
    const terms = await learnt(mixed, { columns: { id: 'ignore', name: 'ignore' } });
    expect((await predict('5,z,1,7.5,8\n', terms)).inputs).toEqual([[7.5, 8]]);
    expect((await predict('5,z,7.5,8\n', terms)).inputs).toEqual([[7.5, 8]]);
    expect((await predict('7.5,8\n', terms)).inputs).toEqual([[7.5, 8]]);
  });

  test('what is more is named; what training left out isn’t', async () => {
    const terms = await learnt(mixed, { columns: { id: 'ignore', name: 'ignore' } });
    expect((await predict('note,b,a,id\nx,8,7.5,1\n', terms)).notes).toEqual([
      "b.csv has 1 column that the training hadn't: note. It is passed over.",
    ]);
  });

  test('the delimiter is the same, or another that goes with the names', async () => {
    const terms = await learnt('a;b;y\n1,5;2,5;0\n2,5;3,25;1\n');
    expect((await predict('a;b\n1,5;2,5\n', terms)).inputs).toEqual([[1.5, 2.5]]);
    expect((await predict('1,5;2,5\n', terms)).inputs).toEqual([[1.5, 2.5]]);
    expect((await predict('a\tb\n1,5\t2,5\n', terms)).inputs).toEqual([[1.5, 2.5]]);
  });

  test('a table for tests without names has the columns of the training', async () => {
    const files = memoryFiles({ 'a.csv': mixed, 'b.csv': '5,z,1,7.5,8\n' });
    const written = { file: 'a.csv', target: 'y', test: 'b.csv', columns: { id: 'ignore', name: 'ignore' } };
    const { test: set } = await loadData(settings(written), files);
    expect(inputsOf(set!)).toEqual([[7.5, 8]]);
  });

  test('an evaluation reads the data as the training did', async () => {
    const terms = await learnt(years, { target: '2021' });
    const { train } = await loadData(
      settings({ file: 'a.csv', target: '2021', ...whole }),
      memoryFiles({ 'a.csv': '2020,2021,2019\n90,1,0.1\n' }),
      undefined,
      { learnt: terms },
    );
    expect(inputsOf(train)).toEqual([[0.1, 90]]);
  });

  test('an evaluation, and a table for tests, name what they have more', async () => {
    const terms = await learnt(years, { target: '2021' });
    const wider = '2019,note,2020,2021\n0.1,x,90,1\n';
    const { report } = await loadData(
      settings({ file: 'a.csv', target: '2021', test: 'b.csv' }),
      memoryFiles({ 'a.csv': years, 'b.csv': wider }),
    );
    const said = "has 1 column that the training hadn't: note. It is passed over.";
    expect(report.facts?.choices).toContain(`b.csv ${said}`);
    const again = await loadData(
      settings({ file: 'a.csv', target: '2021', ...whole }),
      memoryFiles({ 'a.csv': wider }),
      undefined,
      { learnt: terms },
    );
    expect(again.report.facts?.choices).toContain(`a.csv ${said}`);
  });
});
