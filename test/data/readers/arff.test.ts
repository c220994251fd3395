import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { arffTokens } from '../../../src/data/arff/arffTokens';
import { DataError, loadData } from '../../../src/data/data';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';
import { readTableIn } from './openedTable';

const head = `% The weather
@RELATION 'the weather'
@attribute outlook {sunny, 'partly cloudy', rainy}
@Attribute temperature NUMERIC   % in degrees
@attribute "it's windy" {FALSE,TRUE}
@attribute note string
@attribute seen date "yyyy-MM-dd"

@DATA
`;

describe('ARFF', () => {
  test('has columns, cells and gaps as Weka means them', async () => {
    const { columns, rows, lines, choices } = await readTableIn(
      'w.arff',
      `${head}sunny, 85, FALSE, 'don\\'t, please', 2024-01-02
% a comment

"partly cloudy",-6.50e0,?,"?",?
rainy\t7\tTRUE\tplain\t'2024-01-04 10:00'
`,
    );
    expect(columns).toEqual(['outlook', 'temperature', "it's windy", 'note', 'seen']);
    expect(rows).toEqual([
      ['sunny', '85', 'FALSE', "don't, please", '2024-01-02'],
      ['partly cloudy', '-6.5', '', '?', ''],
      ['rainy', '7', 'TRUE', 'plain', '2024-01-04 10:00'],
    ]);
    expect(lines).toEqual([10, 13, 14]);
    expect(choices).toEqual(['w.arff declares seen as dates.', 'w.arff declares note as texts.']);
  });

  test('may be sparse: what isn’t named is 0, or the first value', async () => {
    const { rows } = await readTableIn('w.arff', `${head}{1 5, 2 TRUE}\n{}\n{0 rainy,3 "a b", 4 ?}\n`);
    expect(rows).toEqual([
      ['sunny', '5', 'TRUE', '', ''],
      ['sunny', '0', 'FALSE', '', ''],
      ['rainy', '0', 'FALSE', 'a b', ''],
    ]);
  });

  test('has no row in which commas stand with nothing between them, which would move the values', async () => {
    const table = '@relation r\n@attribute a real\n@attribute b real\n@data\n';
    for (const row of ['1,,2', ',1,2'])
      await expect(readTableIn('r.arff', `${table}${row}\n`)).rejects.toThrow(
        'r.arff, line 5: a comma stands with no value before it. Where there is none, write ?.',
      );
    expect((await readTableIn('r.arff', `${table}?,2\n1 ,\t2\n`)).rows).toEqual([
      ['', '2'],
      ['1', '2'],
    ]);
  });

  test('may be gzipped, and come from Windows', async () => {
    const text = '@relation r\r\n@attribute a real\r\n@data\r\n1\r\n2\r\n';
    expect((await readTableIn('w.arff.gz', gzipSync(new TextEncoder().encode(text)))).rows).toEqual([
      ['1'],
      ['2'],
    ]);
  });

  test('trains with its classes in the order in which they are declared', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, i) => `${['rainy', 'sunny', "'partly cloudy'"][i % 3]},${i},TRUE,x,?`,
    );
    const files = memoryFiles({ 'w.arff': head + rows.join('\n') });
    const { preprocessing } = await loadData(
      settings({ file: 'w.arff', target: 'outlook', ...whole }),
      files,
    );
    expect(preprocessing.targets.classes).toEqual(['sunny', 'partly cloudy', 'rainy']);
  });

  test('has categories of what it declares as such, though they look like numbers', async () => {
    const text = `@relation r\n@attribute size {3,1,2}\n@attribute n numeric\n@attribute kind {1,0}\n@data\n`;
    const rows = Array.from({ length: 30 }, (_, i) => `${[1, 2, 3][i % 3]},${i * i},${i % 2}`);
    const files = memoryFiles({ 'w.arff': text + rows.join('\n') });
    const { preprocessing } = await loadData(settings({ file: 'w.arff', target: 'kind', ...whole }), files);
    expect(preprocessing.targets.classes).toEqual(['1', '0']);
    expect(preprocessing.inputNames).toEqual(['size=3', 'size=1', 'size=2', 'n']);
  });

  test.each([
    ["'dd/MM/yyyy'", 'day-first', '03/04/2020', 18355],
    ['"MM/dd/yyyy HH:mm"', 'month-first', '03/04/2020', 18325],
    [`"'day' dd/MM/yyyy"`, 'day-first', '03/04/2020', 18355],
    ["'yyyy-MM-dd'", 'year-first', '2020-04-03', 18355],
  ])('has dates in the order of their declared format, %s', async (format, date, first, days) => {
    const text = `@relation r\n@attribute d DATE ${format}\n@attribute n numeric\n@attribute kind {1,0}\n@data\n`;
    const rows = Array.from({ length: 30 }, (_, i) => `${first},${i * i},${i % 2}`);
    const files = memoryFiles({ 'w.arff': text + rows.join('\n') });
    const data = await loadData(settings({ file: 'w.arff', target: 'kind', ...whole }), files);
    expect(data.preprocessing.columns![0]).toMatchObject({ name: 'd', as: 'number', notation: { date } });
    expect(data.preprocessing.ranges![0]).toEqual([days, days]);
  });

  test('goes by its dates where the declared format isn’t theirs', async () => {
    const text = `@relation r\n@attribute d DATE 'MM/dd/yyyy'\n@attribute kind {1,0}\n@data\n`;
    const rows = Array.from({ length: 30 }, (_, i) => `${15 + (i % 9)}/04/2020,${i % 2}`);
    const files = memoryFiles({ 'w.arff': text + rows.join('\n') });
    const { preprocessing } = await loadData(settings({ file: 'w.arff', target: 'kind', ...whole }), files);
    expect(preprocessing.columns![0]).toMatchObject({ notation: { date: 'day-first' } });
  });

  test.each([
    [
      'a value that isn’t declared',
      `${head}foggy,1,TRUE,a,?\n`,
      "w.arff, line 10: 'foggy' isn't among the declared values of outlook.",
    ],
    [
      'a number that is none',
      `${head}sunny,1;5,TRUE,a,?\n`,
      "w.arff, line 10: '1;5' in temperature isn't a number.",
    ],
    ['a row that is too short', `${head}sunny,1\n`, 'w.arff, line 10: 2 values, but there are 5 attributes.'],
    [
      'a value left out',
      `${head}sunny,,TRUE,a,?\n`,
      'w.arff, line 10: a comma stands with no value before it.',
    ],
    ['a weight', `${head}sunny,1,TRUE,a,?,{2}\n`, 'a weight stands behind the row'],
    [
      'an index beyond the attributes',
      `${head}{5 1}\n`,
      "'5' is no index of one of the 5 attributes (from 0)",
    ],
    ['an index that comes twice', `${head}{1 1, 1 2}\n`, "'1' is no index"],
    ['an open quote', `${head}'sunny\n`, "w.arff, line 10: a quote isn't closed."],
    [
      'a table within a table',
      '@relation r\n@attribute bag relational\n@data\n',
      "'bag' is of the type 'relational'",
    ],
    [
      'an attribute twice',
      '@attribute a real\n@attribute a real\n@data\n',
      "a second attribute is called 'a'",
    ],
    ['no data', '@relation r\n@attribute a real\n', 'w.arff has no @data, so it is cut off or no ARFF file.'],
    ['another text', 'a,b\n1,2\n', "w.arff, line 1: 'a' stands before @data."],
  ])('%s is a fault with its place', async (_what, text, message) => {
    await expect(readTableIn('w.arff', text)).rejects.toThrow(message);
  });

  test('changed anywhere is a table or a fault', async () => {
    const bytes = new TextEncoder().encode(`${head}sunny, 85, FALSE, 'x', 2024-01-02\n{1 5, 2 TRUE}\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async changes => {
          const changed = bytes.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          try {
            await readTableIn('w.arff', changed);
          } catch (error) {
            if (!(error instanceof DataError)) throw error;
            expect(error.message).toContain('w.arff');
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  test.each(['\\', "'", '"', '{', ',', '%', ' ', "\\'"])('a line of 200,000 %s takes a moment', letter => {
    const began = performance.now();
    arffTokens(letter.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
