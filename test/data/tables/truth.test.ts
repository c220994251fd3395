import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadData, loadInputs } from '../../../src/data/data';
import type { Preprocessing } from '../../../src/data/preprocessing';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const flags = [true, false, false, true, true, false];
const spelt = (flag: boolean, how: string) => {
  const word = String(flag);
  return how === 'TRUE' ? word.toUpperCase() : how === 'True' ? word[0]!.toUpperCase() + word.slice(1) : word;
};

function csv(how: string): string {
  return ['a,flag,y', ...flags.map((flag, i) => `${i / 4},${spelt(flag, how)},${spelt(!flag, how)}`)].join(
    '\n',
  );
}

/** A book whose cells are truth itself, not texts. */
function book(): Uint8Array {
  const text = (word: string) => `<c t="str"><v>${word}</v></c>`;
  const truth = (flag: boolean) => `<c t="b"><v>${Number(flag)}</v></c>`;
  const rows = flags.map((flag, i) => `<row><c><v>${i / 4}</v></c>${truth(flag)}${truth(!flag)}</row>`);
  const names = `<row>${['a', 'flag', 'y'].map(text).join('')}</row>`;
  const parts = unzipSync(new Uint8Array(readFileSync('test/fixtures/data/tables/formulas.xlsx')));
  parts['xl/worksheets/sheet1.xml'] = strToU8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${names}${rows.join('')}</sheetData></worksheet>`,
  );
  return zipSync(parts);
}

const arff = `@relation r
@attribute a numeric
@attribute flag {TRUE,FALSE}
@attribute y {FALSE,TRUE}
@data
${csv('TRUE').split('\n').slice(1).join('\n')}
`;
const files = memoryFiles({
  'pandas.csv': csv('True'),
  'r.csv': csv('TRUE'),
  'rows.jsonl': flags.map((flag, i) => JSON.stringify({ a: i / 4, flag, y: !flag })).join('\n'),
  'book.xlsx': book(),
  'weka.arff': arff,
});
const names = [...files.bytes.keys()].map(path => path.slice(1));
const train = (file: string, more: object = {}) =>
  loadData(settings({ file, target: 'y', ...whole, ...more }), files);

describe('truth is one value, however a format writes it', () => {
  const pairs = names.flatMap(from => names.filter(to => to !== from).map(to => [from, to] as const));

  test.each(pairs)('trained on %s, predicted on %s', async (from, to) => {
    const { train: learnt, preprocessing } = await train(from);
    expect([...preprocessing.inputNames!].sort()).toEqual(['a', 'flag=false', 'flag=true']);
    expect([...preprocessing.targets.classes!].sort()).toEqual(['false', 'true']);
    const { dataset, notes } = await loadInputs({ file: to }, preprocessing, files);
    expect(notes).toEqual([]);
    expect(inputsOf(dataset)).toEqual(inputsOf(learnt));
    expect(targetsOf(dataset, 'binary', 1)).toEqual(targetsOf(learnt, 'binary', 1));
  });

  test.each(pairs)('trained on %s, tested on %s', async (from, to) => {
    const { train: learnt, test: held, report } = await train(from, { test: to, split: undefined });
    expect(inputsOf(held!)).toEqual(inputsOf(learnt));
    expect(report.facts?.choices.join()).not.toContain("isn't there in the training set");
  });

  test('also within one column, as a value by rank, and counted together', async () => {
    const rows = ['1.5,TRUE,True', '2.5,true,false', '3.5,False,FALSE', '4.5,True,true'];
    const mixed = memoryFiles({ 'm.csv': ['a,flag,y', ...rows].join('\n') });
    const asked = settings({ file: 'm.csv', target: 'y', columns: { flag: 'ordinal' }, ...whole });
    const { preprocessing, report } = await loadData(asked, mixed);
    expect(preprocessing.columns![1]).toEqual({ name: 'flag', as: 'ordinal', values: ['false', 'true'] });
    expect(report.facts?.targets).toMatchObject({ classes: ['false', 'true'], counts: [2, 2] });
    const typed = await loadInputs({ rows: [[1, 'TRUE']] }, preprocessing, mixed);
    expect(inputsOf(typed.dataset)).toEqual([[1, 1]]);
  });

  test('but not among other words', async () => {
    const rows = ['1.5,True,0', '2.5,true,1', '3.5,maybe,0', '4.5,True,1', '5.5,true,1', '6.5,maybe,0'];
    const other = memoryFiles({ 'm.csv': ['a,word,y', ...rows].join('\n') });
    const { preprocessing } = await loadData(settings({ file: 'm.csv', target: 'y', ...whole }), other);
    expect(preprocessing.columns![1]).toMatchObject({ values: ['True', 'maybe', 'true'] });
  });
});

describe('a run from before truth was one value', () => {
  const learnt = async (values: readonly string[]): Promise<Preprocessing> => {
    const { preprocessing } = await train('pandas.csv');
    const [a] = preprocessing.columns!;
    return { ...preprocessing, columns: [a!, { name: 'flag', as: 'one-hot', values }] };
  };

  test('knows its own values, and those of other formats', async () => {
    const rows = [
      [0, 'True'],
      [0, 'true'],
      [0, 'FALSE'],
    ];
    const { dataset } = await loadInputs({ rows }, await learnt(['False', 'True']), files);
    expect(inputsOf(dataset).map(row => row.slice(1))).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
  });

  test('that took two spellings for two values keeps them apart', async () => {
    const rows = [
      [0, 'True'],
      [0, 'true'],
      [0, 'TRUE'],
    ];
    const { dataset } = await loadInputs(
      { rows },
      { ...(await learnt(['True', 'true'])), inputShape: [3] },
      files,
    );
    expect(inputsOf(dataset).map(row => row.slice(1))).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
  });
});
