import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { describeData, loadData } from '../../../src/data/data';
import { loadInputs } from '../../../src/data/inputs/loadInputs';
import { styleOf } from '../../../src/data/workbook/dateStyles';
import { serialDate, serialTime } from '../../../src/data/workbook/serialDate';
import recorded from '../../golden/workbooks.json';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';
import { readTableIn } from './openedTable';

const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/data/tables/${name}`));
const houses = fixture('houses.xlsx');

/** The same book with some of its parts changed. */
function changed(bytes: Uint8Array, parts: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, change] of Object.entries(parts))
    files[name] = strToU8(change(new TextDecoder().decode(files[name])));
  return zipSync(files);
}

/** A book of one sheet with these rows of XML. */
const bookOf = (rows: string, behind = '') =>
  changed(fixture('formulas.xlsx'), {
    'xl/worksheets/sheet1.xml': () =>
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
  });

/** Numbers as `String` writes them, all else as the script recorded it. */
const recordedRows = (rows: readonly (readonly (string | number)[])[]) => rows.map(row => row.map(String));

describe('a workbook of Excel', () => {
  test.each(['Houses', 'Notes', 'Old'] as const)('is read as openpyxl reads it: sheet %s', async part => {
    const [names, ...rows] = recordedRows(recorded['houses.xlsx'][part]);
    const found = await readTableIn('houses.xlsx', houses, { part, header: true });
    expect(found.reader).toBe('Excel workbook');
    expect(found.columns).toEqual(names);
    expect(found.rows).toEqual(rows);
  });

  test('has the first sheet that isn’t hidden read, and the others named', async () => {
    const { choices, columns } = await readTableIn('houses.xlsx', houses);
    expect(columns).toHaveLength(8);
    expect(choices).toEqual([
      'Of houses.xlsx the sheet Houses is read, not Notes and Old (hidden): houses.xlsx#Notes would name that.',
      '1 cell holds an error, #N/A or the like, and is a gap.',
    ]);
  });

  test('may have its table anywhere on the sheet; empty rows are no rows', async () => {
    const { columns, rows, lines, choices } = await readTableIn('far.xlsx', fixture('far.xlsx'));
    expect(columns).toEqual(['x', 'y', 'kind']);
    expect(rows).toEqual([
      ['1', '2.5', 'a'],
      ['2', '3.5', 'b'],
      ['3', '', ''],
    ]);
    expect(lines).toEqual([5, 7, 8]);
    expect(choices).toEqual([
      'Merged cells (E7:E8) have their value in the first one only; the others are gaps.',
    ]);
  });

  test.each([
    [
      'a row twice',
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
      'row 2 stands behind row 2',
    ],
    [
      'rows out of order',
      '<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      'row 2 stands behind row 3',
    ],
    ['a row that is no number', '<row r="1.5"><c><v>1</v></c></row>', "a row has the number '1.5'"],
    [
      'a cell twice',
      '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
      'row 2: the cell A2 is there twice',
    ],
    [
      'cells out of order',
      '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
      'row 2: the cell A2 stands behind one to its right',
    ],
    ['a cell of another row', '<row r="2"><c r="A7"><v>1</v></c></row>', "row 2: there is no cell 'A7'"],
  ])('with %s is refused', async (_what, rows, reason) => {
    const read = readTableIn('a.xlsx', bookOf(`<row r="1"><c r="A1" t="str"><v>x</v></c></row>${rows}`));
    await expect(read).rejects.toThrow(reason);
    await expect(read).rejects.toThrow('The book is damaged.');
  });

  test('may share its texts: several pieces are one text, and hints at how it is read aloud are none', async () => {
    const strings = [
      '<si><t>x</t></si><si><t xml:space="preserve"> a &lt;b&gt; &amp; c </t></si>',
      '<si><r><rPr><b/></rPr><t>one </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>ONE</t></rPh></si><si/>',
    ];
    const files = unzipSync(
      bookOf(
        '<row><c t="s"><v>0</v></c></row>' +
          [1, 2, 3].map(i => `<row><c t="s"><v>${i}</v></c><c><v>${i}</v></c></row>`).join(''),
      ),
    );
    const relations = 'xl/_rels/workbook.xml.rels';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    files[relations] = strToU8(
      new TextDecoder()
        .decode(files[relations])
        .replace(
          '</Relationships>',
          `<Relationship Id="s" Type="${type}" Target="/xl/texts.xml"/></Relationships>`,
        ),
    );
    files['xl/texts.xml'] = strToU8(
      `<x:sst xmlns:x="a">${strings.join('').replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:sst>`,
    );
    const { rows } = await readTableIn('a.xlsx', zipSync(files), { header: false });
    expect(rows).toEqual([
      ['x', ''],
      [' a <b> & c ', '1'],
      ['one text', '2'],
      ['', '3'],
    ]);
  });

  test('of an old Mac counts its days from 1904', async () => {
    const { rows } = await readTableIn('mac.xlsx', fixture('mac.xlsx'));
    expect(rows).toEqual(recordedRows(recorded['mac.xlsx'].Sheet).slice(1));
    expect(rows[0]![0]).toBe('2024-03-01');
  });

  test('trains, is described and is predicted from, as a CSV is', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `<row><c><v>${i}</v></c><c t="str"><v>${i % 2 ? 'odd' : 'even'}</v></c></row>`,
    );
    const book = bookOf(`<row><c t="str"><v>x</v></c><c t="str"><v>kind</v></c></row>${rows.join('')}`);
    const files = memoryFiles({ 'a#b.xlsx': book, 'new.xlsx': book });
    for (const file of ['a#b.xlsx', 'a#b.xlsx#Sheet']) {
      const { train, preprocessing } = await loadData(settings({ file, target: 'kind', ...whole }), files);
      expect(inputsOf(train)).toEqual(rows.map((_, i) => [i]));
      expect(preprocessing.targets.classes).toEqual(['even', 'odd']);
      const { dataset } = await loadInputs({ file: 'new.xlsx#Sheet' }, preprocessing, files);
      expect(dataset.truth(3)).toBe('odd');
    }
  });

  test.each([
    [
      'a sheet that isn’t there',
      'houses.xlsx#Noted',
      "houses.xlsx has no sheet 'Noted'; it has Notes, ",
      'houses.xlsx#Notes',
    ],
    [
      'a part of a table that has none',
      'plain.csv#x',
      "What plain.csv holds has no name: leave out '#x'.",
      'plain.csv',
    ],
  ])('%s is a fault that names what there is', async (_what, file, message, suggestion) => {
    const files = memoryFiles({ 'houses.xlsx': houses, 'plain.csv': 'x,y\n1,2\n' });
    const { faults } = await describeData(settings({ file, target: 'price' }), files);
    expect(faults[0]).toMatchObject({ field: 'data.file', message: expect.stringContaining(message) });
    expect(faults[0]!.suggestions).toContain(suggestion);
  });
});

describe('what can’t be meant is refused by its place', () => {
  test('a formula whose value isn’t saved', async () => {
    await expect(readTableIn('formulas.xlsx', fixture('formulas.xlsx'))).rejects.toThrow(
      'formulas.xlsx, sheet Sheet, row 2: B2 is a formula whose value isn’t saved. Open the book in Excel'.replace(
        '’',
        "'",
      ),
    );
  });

  test('a value beside the table, below the rows that tell its columns', async () => {
    const rows = Array.from(
      { length: 1200 },
      (_, i) => `<row r="${i + 1}"><c r="B${i + 1}"><v>${i}</v></c></row>`,
    );
    await expect(
      readTableIn('a.xlsx', bookOf(`${rows.join('')}<row r="1300"><c r="D1300"><v>1</v></c></row>`)),
    ).rejects.toThrow(
      'a.xlsx, sheet Sheet, row 1300: a value stands in column D, beside the 1 column of the table (column1).',
    );
  });

  test.each([
    ['a tag that isn’t closed', '<row><c></row>', "can't be read as XML"],
    [
      'a number that is none',
      '<row><c r="A1"><v>12x</v></c></row>',
      "row 1: A1 holds '12x', which is no number",
    ],
    [
      'a text that isn’t there',
      '<row><c r="A1" t="s"><v>99</v></c></row>',
      "A1 names a text that isn't there",
    ],
    ['a cell beyond the last column', '<row><c r="ZZZZ1"><v>1</v></c></row>', "there is no cell 'ZZZZ1'"],
    ['a row beyond the last', '<row r="2000000"><c><v>1</v></c></row>', "a row has the number '2000000'"],
  ])('%s', async (_what, rows, message) => {
    await expect(readTableIn('a.xlsx', bookOf(rows))).rejects.toThrow(message);
  });

  test('a document type, with which a text could grow without end', async () => {
    const declared = changed(houses, {
      'xl/worksheets/sheet1.xml': text =>
        text.replace(
          '<worksheet',
          '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet',
        ),
    });
    await expect(readTableIn('a.xlsx', declared)).rejects.toThrow('it declares a document type');
  });

  test('the format before 2007, and books with a password', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
    await expect(readTableIn('a.xls', old)).rejects.toThrow('Save it as .xlsx without one.');
  });

  test.each(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', '_rels/.rels'])(
    'a book without %s',
    async part => {
      const files = unzipSync(houses);
      delete files[part];
      await expect(readTableIn('a.xlsx', zipSync(files))).rejects.toThrow(
        `a.xlsx can't be read as an Excel workbook: ${part} is missing.`,
      );
    },
  );
});

test('two cells a million rows and 16,000 columns apart cost no memory', async () => {
  const before = process.memoryUsage().heapUsed;
  const { rows, columns } = await readTableIn(
    'a.xlsx',
    bookOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
  );
  expect([rows.length, columns.length]).toEqual([2, 16_384]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100e6);
});

test('a sheet that unpacks to hundreds of times its size is refused by what it says', async () => {
  const files = unzipSync(houses);
  files['xl/worksheets/sheet1.xml'] = new Uint8Array(101_000_000).fill(32);
  const bomb = zipSync(files, { level: 1 });
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(readTableIn('a.xlsx', bomb)).rejects.toThrow(
    /^a\.xlsx isn't read: .* says that it unpacks from/,
  );
});

test.each([
  ['yyyy\\-mm\\-dd', 'date'],
  ['[$-409]h:mm AM/PM;@', 'time'],
  ['[h]:mm:ss', undefined],
  ['#,##0.00 "day"', undefined],
  ['[Red]General', undefined],
  ['mmm-yy', 'date'],
  ['0.00E+00', undefined],
])('the format %s shows a %s', (code, style) => {
  expect(styleOf(code)).toBe(style);
});

test.each([
  // what Excel shows of a 0 that should be a day is January 0, 1900
  [0, undefined],
  [0.5, undefined],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, undefined],
  [61, '1900-03-01'],
  [45351.5, '2024-02-29T12:00:00'],
  [2958465, '9999-12-31'],
  [2958466, undefined],
  [-1, undefined],
])('day %d is %s', (serial, date) => {
  expect(serialDate(serial, false)).toBe(date);
});

test('an hour of a day is one', () => {
  expect([serialTime(0.75), serialTime(1), serialTime(0.999999999)]).toEqual([
    '18:00:00',
    undefined,
    '23:59:59.999',
  ]);
});
