import { describe, expect, test } from 'vitest';
import { loadData, loadInputs } from '../../../src/data/data';
import type { Preprocessing } from '../../../src/data/preprocessing';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';
import { loadCsv } from './csv';

describe('a file to predict is read as the one of the training', () => {
  const years = '2019,2020,2021\n0.77,41.92,0\n0.38,39.49,1\n0.99,0.05,0\n0.86,97.49,1\n';
  const colours =
    'colour,size,y\nblue,short,a\nblue,long,b\nred,short,a\nred,long,b\nred,short,a\nblue,long,b\n';
  const mixed = 'id,name,y,a,b\n17,p,0,1.5,2\n3,q,1,2.5,3\n9,r,1,3.5,4\n4,s,0,4.5,5\n';
  const learnt = async (content: string, more: object = {}) =>
    JSON.parse(JSON.stringify((await loadCsv(content, more)).preprocessing));
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
