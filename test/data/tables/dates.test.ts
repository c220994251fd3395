import { describe, expect, test } from 'vitest';
import { loadInputs } from '../../../src/data/data';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { loadCsv } from './csv';

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
    const { train, report } = await loadCsv(table(cells));
    expect(inputsOf(train).map(([value]) => value)).toEqual(days);
    expect(report.facts?.choices[0]).toMatch(/^when holds dates: .* the days since 1970-01-01\.$/);
  });

  test('are those of a month by its name, not by a word that begins as one', async () => {
    const cells = ['Octavia 2015', 'Marea 2001', 'Octavia 2015', 'Marea 2001'];
    const { report } = await loadCsv(table(cells));
    expect(report.facts?.choices[0]).toBe('when becomes 2 inputs, one-hot (Marea 2001 and Octavia 2015).');
    const { train } = await loadCsv(table(['2 Sept 1970', '1 June 1970', '31 OCT 1970']));
    expect(inputsOf(train).map(([value]) => value)).toEqual([244, 151, 303]);
  });

  test('that could be either way are left out, which is said, or read as asked', async () => {
    const content = ['a,when,y', '1.5,01/02/1970,0', '2.5,03/02/1970,1', '3.5,05/06/1970,1'].join('\n');
    const { preprocessing, report } = await loadCsv(content);
    expect(preprocessing.columns!.map(({ name }) => name)).toEqual(['a']);
    expect(report.facts?.choices[0]).toBe(
      'when is left out: its dates may have the day or the month first. Say "day-first" or "month-first" for it under columns.',
    );
    const days = async (role: string) =>
      inputsOf((await loadCsv(content, { columns: { when: role } })).train).map(([, value]) => value);
    expect(await days('day-first')).toEqual([31, 33, 155]);
    expect(await days('month-first')).toEqual([1, 60, 125]);
    await expect(loadCsv(content, { columns: { when: 'date' } })).rejects.toMatchObject({
      code: 'doubtful-numbers',
      suggestions: ['day-first', 'month-first'],
    });
  });

  test.each([
    ['a year that ends elsewhere', ['2010-11', '2012-13', '2011-12']],
    ['a day there isn’t', ['30.02.2020', '01.02.2020', '02.02.2020']],
    ['a word among them', ['2020-01-01', 'later', '2020-01-03']],
  ])('are not %s', async (_what, cells) => {
    await expect(loadCsv(table(cells))).rejects.toThrow("The column when can't be learnt from.");
  });

  test('hold in what is predicted', async () => {
    const { preprocessing } = await loadCsv(table(['01/02/1970', '13/01/1970', '02/01/1970']));
    const { dataset } = await loadInputs({ rows: [['03/01/1970']] }, preprocessing, memoryFiles({}));
    expect(inputsOf(dataset)).toEqual([[2]]);
    await expect(loadInputs({ rows: [['1970']] }, preprocessing, memoryFiles({}))).rejects.toThrow(
      "'1970' in column when isn't a date as in training.",
    );
  });

  test('are no target, and only dates can be asked to be dates', async () => {
    const content = table(['1970-01-02', '1971-01-01', '1972-01-01']);
    await expect(loadCsv(content, { target: 'when', columns: { when: 'date' } })).rejects.toThrow(
      'dates can’t be predicted'.replace('’', "'"),
    );
    await expect(loadCsv(content, { columns: { y: 'ignore', when: 'date' }, target: 'y' })).rejects.toThrow();
    await expect(loadCsv('when,y\n1970-01-01,0\nsoon,1\n', { columns: { when: 'date' } })).rejects.toThrow(
      "a.csv, line 3: 'soon' in column when isn't a date, so it can't be read as one.",
    );
  });
});
