import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { describeData, loadData, loadInputs } from '../../../src/data/data';
import { parseNumber } from '../../../src/data/tables/numbers/parseNumber';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const y = (i: number) => i % 2;
/** A table of one column of numbers, as they are written, and a target; parted by semicolons where a comma is in them. */
function table(cells: readonly string[], delimiter = ',', others: (i: number) => string = i => String(y(i))) {
  const quoted = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
  return [`price${delimiter}y`, ...cells.map((cell, i) => `${quoted(cell)}${delimiter}${others(i)}`)].join(
    '\n',
  );
}
const load = (content: string, more: object = {}) =>
  loadData(settings({ file: 'a.csv', target: 'y', ...whole, ...more }), memoryFiles({ 'a.csv': content }));
const values = async (content: string, more: object = {}) => {
  const { train, report } = await load(content, more);
  return { numbers: inputsOf(train).map(([value]) => value), choices: report.facts!.choices.slice(0, -1) };
};

describe('a number as it is written', () => {
  test.each([
    ['1,352', '.', 1352],
    ['1,352', ',', 1.352],
    ['1.234,56', ',', 1234.56],
    ['1.234,56', '.', undefined],
    ['1,234,567.5', '.', 1234567.5],
    ['12,34,567', '.', 1234567],
    ['1 234,5', ',', 1234.5],
    ['1\u00a0234\u00a0567', '.', 1234567],
    ['1\u202f234,5', ',', 1234.5],
    ["1'234.5", '.', 1234.5],
    ['1’234', '.', 1234],
    ['−5', '.', -5],
    ['-€ 1.234,50', ',', -1234.5],
    ['$-3', '.', -3],
    ['45 %', '.', 45],
    ['1,5e3', ',', 1500],
    ['0,123', '.', undefined],
    ['1,23', '.', undefined],
    ['1234,567', '.', undefined],
    ['1,234,56', '.', undefined],
    ['1,,234', '.', undefined],
    ['1,234.', '.', 1234],
    ['1.234 567', ',', undefined],
    ['', '.', undefined],
    ['.', '.', undefined],
    ['$', '.', undefined],
    ['1 2', '.', undefined],
  ] as const)('"%s" with "%s" before the decimals is %s', (cell, decimal, value) => {
    expect(parseNumber(cell, decimal)?.value).toBe(value);
  });

  test('any number is read back in every notation', () => {
    const cents = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('de-DE', 'en-US', 'fr-FR', 'de-CH', 'en-IN', 'es-ES'),
        (n, locale) => {
          const text = (n / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
          const decimal = ['de-DE', 'fr-FR', 'es-ES'].includes(locale) ? ',' : '.';
          expect(parseNumber(text, decimal)?.value).toBe(n / 100 + 0);
        },
      ),
    );
  });
});

describe('what a comma and a point mean is worked out for the whole column', () => {
  test.each([
    [
      'thousands beside numbers below 1000',
      table(['1,352', '352', '17,000']),
      [1352, 352, 17000],
      'price: 1,352 is 1352, a comma stands before thousands, as numbers below 1000 have none.',
    ],
    [
      'millions',
      table(['1,352', '1,352,000']),
      [1352, 1352000],
      'price: 1,352 is 1352, a comma stands before thousands.',
    ],
    [
      'thousands and decimals',
      table(['1,234.5', '1,352']),
      [1234.5, 1352],
      'price: 1,234.5 is 1234.5, a comma stands before thousands, a point stands before the decimals.',
    ],
    [
      'the other way round',
      table(['1.234,5', '1.352'], ';'),
      [1234.5, 1352],
      'price: 1.234,5 is 1234.5, a point stands before thousands, a comma stands before the decimals.',
    ],
    [
      'decimals of other lengths',
      table(['1,352', '2,5'], ';'),
      [1.352, 2.5],
      'price: 1,352 is 1.352, a comma stands before the decimals.',
    ],
    [
      'a zero before it',
      table(['1,352', '0,352']),
      [1.352, 0.352],
      'price: 1,352 is 1.352, a comma stands before the decimals.',
    ],
    [
      'larger numbers without',
      table(['1,352', '2352'], '\t'),
      [1.352, 2352],
      'price: 1,352 is 1.352, a comma stands before the decimals, as larger numbers have none.',
    ],
    [
      'semicolons between the columns',
      table(['1,352', '2,111'], ';'),
      [1.352, 2.111],
      'price: 1,352 is 1.352, a comma stands before the decimals, as semicolons part the columns.',
    ],
    [
      'a point in the decimals of another column',
      table(['1,352', '2,111'], ',', i => `${y(i)}.5`),
      [1352, 2111],
      'price: 1,352 is 1352, a comma stands before thousands, as the decimals of y have a point.',
    ],
    [
      'a comma in the decimals of another column',
      table(['1.352', '2.111'], ';', i => `${y(i)},5`),
      [1352, 2111],
      'price: 1.352 is 1352, a point stands before thousands, as the decimals of y have a comma.',
    ],
    [
      'blanks',
      table(['1 352', '352']),
      [1352, 352],
      'price: 1 352 is 1352, a blank stands before thousands.',
    ],
    [
      'narrow blanks that don’t break',
      table(['1\u202f352,5', '352'], ';'),
      [1352.5, 352],
      'price: 1\u202f352,5 is 1352.5, a blank stands before thousands, a comma stands before the decimals.',
    ],
    [
      'apostrophes',
      table(["1'352", '352']),
      [1352, 352],
      "price: 1'352 is 1352, an apostrophe stands before thousands.",
    ],
    [
      'a currency',
      table(['$1,352.00', '$5']),
      [1352, 5],
      'price: $1,352.00 is 1352, a comma stands before thousands, the sign $ is left out.',
    ],
    ['percent', table(['45%', '3.5%']), [45, 3.5], 'price: 3.5% is 3.5, the sign % is left out.'],
  ])('%s', async (_what, content, numbers, sentence) => {
    const found = await values(content);
    expect(found.numbers).toEqual(numbers);
    expect(found.choices).toContain(sentence);
  });

  test('nothing is said of numbers as a computer writes them', async () => {
    const { numbers, choices } = await values(table(['1.352', '2.111', '5']));
    expect(numbers).toEqual([1.352, 2.111, 5]);
    expect(choices).toEqual([]);
  });

  test('columns that are written alike are told of together', async () => {
    const { report } = await load('a;b;y\n1,5;2,5;0\n2,5;3,5;1\n');
    expect(report.facts?.choices[0]).toBe('a and b: 1,5 is 1.5, a comma stands before the decimals.');
  });

  test('a number without the sign of the others is a slip', async () => {
    const cells = Array.from({ length: 40 }, (_, i) => (i === 30 ? '7' : `$${i}.5`));
    await expect(load(table(cells))).rejects.toThrow("a.csv, line 32: '7' in column price isn't a number");
  });

  test('JSON needs no guess for its own numbers', async () => {
    const files = memoryFiles({ 'a.json': '[{"a":1.234,"b":"1,5","y":0},{"a":2.345,"b":"2,5","y":1}]' });
    const { train } = await loadData(settings({ file: 'a.json', target: 'y', ...whole }), files);
    expect(inputsOf(train)).toEqual([
      [1.234, 1.5],
      [2.345, 2.5],
    ]);
  });
});

describe('what stays doubtful', () => {
  const content = table(['1,352', '2,111', '3,999']);
  const text = (columns = '') => `{
  "data": { "file": "a.csv", "target": "y"${columns} },
  "layers": [{ "id": "input", "type": "input" }, { "id": "o", "type": "dense", "units": 1, "activation": "sigmoid" }],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 3 }
}`;
  const problems = async (written: string) => {
    const data = settings(JSON.parse(written).data);
    const report = await describeData(data, memoryFiles({ 'a.csv': content }));
    return analyze(written, report).problems.filter(({ severity }) => severity === 'error');
  };

  test('is an error with both readings, and a fix for each', async () => {
    const [problem, ...others] = await problems(text());
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'doubtful-numbers',
      severity: 'error',
      message:
        '\'1,352\' in column price of a.csv may be 1352, with a comma before thousands, or 1.352, with a comma before the decimals, and nothing says which. Say "decimal-point" or "decimal-comma" for price under columns.',
    });
    expect(problem!.fixes.map(({ title }) => title)).toEqual([
      'Read 1,352 in price as 1352',
      'Read 1,352 in price as 1.352',
    ]);
    for (const fix of problem!.fixes) {
      let fixed = text();
      for (const edit of [...fix.edits].sort((a, b) => b.offset - a.offset))
        fixed = fixed.slice(0, edit.offset) + edit.text + fixed.slice(edit.offset + edit.length);
      expect(await problems(fixed)).toEqual([]);
    }
  });

  test.each([
    ['decimal-point', [1352, 2111, 3999]],
    ['decimal-comma', [1.352, 2.111, 3.999]],
  ])('is decided by %s', async (role, numbers) => {
    expect((await values(content, { columns: { price: role } })).numbers).toEqual(numbers);
  });

  test.each([
    ['a point in a table parted by semicolons', table(['1.352', '2.111'], ';')],
    ['a comma beside small numbers there', table(['1,352', '352'], ';')],
    [
      'points before decimals elsewhere, but larger numbers without a comma here',
      table(['1,352', '2352'], ',', i => `${i}.5`),
    ],
    ['both a point and a comma', table(['1,352', '2.352'])],
  ])('%s', async (_what, doubtful) => {
    await expect(load(doubtful)).rejects.toMatchObject({ code: 'doubtful-numbers' });
  });

  test('isn’t asked of a column that is left out or taken for texts', async () => {
    for (const role of ['ignore', 'one-hot']) {
      const { train } = await load(`a,${content.replaceAll('\n', '\n7,')}`, { columns: { price: role } });
      expect(train.m).toBe(3);
    }
  });
});

describe('the reading of training holds in what is predicted', () => {
  const learnt = async (content: string, more: object = {}) =>
    JSON.parse(JSON.stringify((await load(content, more)).preprocessing));

  test('typed and in a file', async () => {
    const preprocessing = await learnt(table(['1,352', '352', '17,000']));
    const typed = await loadInputs({ rows: [['2,500'], ['30']] }, preprocessing, memoryFiles({}));
    expect(inputsOf(typed.dataset)).toEqual([[2500], [30]]);
    const files = memoryFiles({ 'b.csv': 'price\n"2,500"\n"1,000,000"\n' });
    expect(inputsOf((await loadInputs({ file: 'b.csv' }, preprocessing, files)).dataset)).toEqual([
      [2500],
      [1e6],
    ]);
  });

  test('what is written otherwise is refused', async () => {
    const points = await learnt(table(['1.5', '2.5']));
    await expect(loadInputs({ rows: [['1,5']] }, points, memoryFiles({}))).rejects.toThrow(
      "The row: '1,5' in column price isn't a number as in training, where a point stands before the decimals.",
    );
    const commas = await learnt(table(['1,5', '2,5'], ';'));
    await expect(loadInputs({ rows: [['1.5']] }, commas, memoryFiles({}))).rejects.toThrow(
      'as in training, where a comma stands before the decimals.',
    );
  });

  test('runs from before it was kept read a comma as a point', async () => {
    const { columns, ...rest } = await learnt(table(['1.5', '2.5']));
    const old = { ...rest, table: undefined, columns: [{ name: 'price', as: 'number', missing: 2 }] };
    expect(columns).toHaveLength(1);
    const { dataset } = await loadInputs({ rows: [['1,5'], ['1.25'], ['']] }, old, memoryFiles({}));
    expect(inputsOf(dataset)).toEqual([[1.5], [1.25], [2]]);
  });

  test('numbers to predict are written as they were too', async () => {
    const content = 'a;y\n1;1.234,5\n2;2.000\n3;7,25\n';
    const { train, preprocessing } = await load(content);
    expect([0, 1, 2].map(i => train.truth(i))).toEqual(['1234.5', '2000', '7.25']);
    const files = memoryFiles({ 'b.csv': 'a;y\n9;3.000,5\n' });
    const { dataset } = await loadInputs({ file: 'b.csv' }, preprocessing, files);
    expect(dataset.truth(0)).toBe('3000.5');
  });
});

test('a table of numbers named as arrays is read by the same rules', async () => {
  const files = memoryFiles({ 'x.csv': 'a;b\n1,5;10\n0,25;20\n', 'y.csv': 'y\n"1,352"\n352\n' });
  const { train, report } = await loadData(settings({ train: { x: 'x.csv', y: 'y.csv' }, ...whole }), files);
  expect(report.facts?.choices).toEqual([
    'a: 1,5 is 1.5, a comma stands before the decimals.',
    'y: 1,352 is 1352, a comma stands before thousands, as numbers below 1000 have none.',
    'The labels 352, 1352 become the classes 0 to 1.',
    '2 examples train, no test set.',
  ]);
  expect(inputsOf(train)).toEqual([
    [1.5, 10],
    [0.25, 20],
  ]);
  expect(train.truth(0)).toBe('1352');
});
