import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { withFile } from '../../../src/data/bytes/sourceFile';
import { readerOf, type TableOptions } from '../../../src/data/readers';
import { memoryFiles } from '../memoryFiles';

/** Columns, rows and lines of a table with the given content. */
async function read(content: string | Uint8Array, options: TableOptions = {}, name = 'a.csv') {
  return withFile(memoryFiles({ [name]: content }), name, async file => {
    const reader = await readerOf(file);
    if (reader.kind !== 'table') throw new Error('not a table');
    const table = await reader.open(file, options);
    const rows: (readonly string[])[] = [];
    const lines: number[] = [];
    for await (const batch of table.rows()) {
      rows.push(...batch.cells);
      lines.push(...batch.lines);
    }
    return { columns: table.columns, rows, lines, choices: table.choices };
  });
}

describe('the header', () => {
  test('is the first row where it holds names', async () => {
    expect(await read('a,b\n1,2\n')).toMatchObject({ columns: ['a', 'b'], rows: [['1', '2']] });
  });

  test('is missing where the first row holds a number', async () => {
    const { columns, rows, choices } = await read('5.1,setosa\n4.9,virginica\n');
    expect(columns).toEqual(['column1', 'column2']);
    expect(rows).toHaveLength(2);
    expect(choices).toEqual(['a.csv has no row of names, so its columns are called column1 and column2.']);
  });

  test('is missing where its texts come again below', async () => {
    expect((await read('red,small\nblue,large\nred,large\n')).columns).toEqual(['column1', 'column2']);
  });

  test('is as it is said to be', async () => {
    expect((await read('2019,2020\n1,2\n', { header: true })).columns).toEqual(['2019', '2020']);
    expect((await read('a,b\n1,2\n', { header: false })).rows).toHaveLength(2);
  });

  test('names that are empty or come twice are made different', async () => {
    expect((await read(',a,a\n1,2,3\n')).columns).toEqual(['column1', 'a', 'a.1']);
  });
});

describe('the text', () => {
  test.each([
    ['semicolons', 'a;b\n1,5;2\n'],
    ['tabs', 'a\tb\n1,5\t2\n'],
    ['bars', 'a|b\n1,5|2\n'],
    ['Windows line ends', 'a;b\r\n1,5;2\r\n'],
    ['old Macintosh line ends', 'a;b\r1,5;2\r'],
    ['no last line end', 'a;b\n1,5;2'],
    ['blank lines', '\na;b\n\n1,5;2\n\n'],
    ['a byte-order mark', '\ufeffa;b\n1,5;2\n'],
    ['quotes', '"a";"b"\n"1,5";2\n'],
  ])('with %s', async (_what, content) => {
    expect(await read(content)).toMatchObject({ columns: ['a', 'b'], rows: [['1,5', '2']] });
  });

  test('UTF-16', async () => {
    const bytes = new Uint8Array(Uint16Array.from('\ufeffa,ü\n1,2\n', letter => letter.charCodeAt(0)).buffer);
    expect((await read(bytes)).columns).toEqual(['a', 'ü']);
  });

  test('Windows-1252, which is said', async () => {
    const { columns, choices } = await read(Uint8Array.of(0x61, 0x2c, 0xfc, 0x0a, 0x31, 0x2c, 0x32));
    expect(columns).toEqual(['a', 'ü']);
    expect(choices).toEqual(["a.csv isn't UTF-8, so it is read as Windows-1252."]);
  });

  test('is a fault where a byte shows that it is neither UTF-8 nor Windows-1252', async () => {
    // a town in Shift JIS
    const file = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x91, 0xe5, 0x8d, 0xe3, 0x2c, 0x31);
    await expect(read(file)).rejects.toThrow(
      'a.csv is neither UTF-8 nor Windows-1252: it holds the byte 0x8D, which is no letter there. Save it as UTF-8.',
    );
  });

  test('gzip', async () => {
    const content = gzipSync(new TextEncoder().encode('a,b\n1,2\n'));
    expect((await read(content, {}, 'a.csv.gz')).rows).toEqual([['1', '2']]);
  });

  test('quotes around delimiters, quotes and line ends; lines are counted in the file', async () => {
    const { rows, lines } = await read('a,b\n"x, ""y""\nz",1\nw,2\n');
    expect(rows).toEqual([
      ['x, "y"\nz', '1'],
      ['w', '2'],
    ]);
    expect(lines).toEqual([2, 4]);
  });
});

describe('faults', () => {
  test.each([
    [
      'a row with too few values',
      'a,b,c\n1,2,3\n4,5\n',
      'a.csv, line 3: 2 values, but there are 3 columns (a, b and c).',
    ],
    [
      'a row with too many values',
      'a,b\n1,2\n\n1,2,3\n',
      'a.csv, line 4: 3 values, but there are 2 columns (a and b).',
    ],
    [
      'a quote that isn’t closed',
      'a,b\n1,"2\n3,4\n',
      'a.csv, line 2: a quote (") isn\'t closed or stands inside a value.',
    ],
    ['zero bytes', 'a,b\n1,\0\n', "a.csv isn't text: it holds zero bytes."],
    ['an empty file', '', 'a.csv is empty.'],
    ['blank lines only', '\n\n', 'a.csv holds no rows.'],
  ])('%s', async (_what, content, message) => {
    await expect(read(content)).rejects.toMatchObject({ name: 'DataError', message });
  });

  test('a quote that is never closed is found before all of a large file is in memory', async () => {
    const content = `a,b\n1,"${'x'.repeat(20_000_000)}`;
    await expect(read(content)).rejects.toThrow('line 2: a row of more than 16777216 letters begins here');
  });
});

test('any table comes back as it was written', async () => {
  const cell = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', '"', 'x\ny', ' ', ';', '\t'))
    .map(text => text.replace(/[\r\0]/g, '').replace(/^\ufeff/, ''));
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain(width =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  await fc.assert(
    fc.asyncProperty(table, async rows => {
      const text = rows.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      const { rows: found } = await read(`${text}\n`, { header: false, delimiter: ',' });
      expect(found).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});
