import { describe, expect, test } from 'vitest';
import { loadData, loadInputs } from '../../../src/data/data';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const named = { train: { x: 'x.csv', y: 'y.csv' }, ...whole };
const german = 'a;b\n1,5;1.037,25\n2,25;2.001,5\n3;5,75\n4,5;8\n';
const labels = 'y\n"10,5"\n"20,25"\n30\n"40,75"\n';

/** What a training on these tables learnt, after a trip through JSON as a run folder keeps it. */
async function learnt(x: string, y = labels) {
  const files = memoryFiles({ 'x.csv': x, 'y.csv': y });
  const loaded = await loadData(settings(named), files);
  return {
    ...loaded,
    preprocessing: JSON.parse(JSON.stringify(loaded.preprocessing)) as typeof loaded.preprocessing,
  };
}

describe('tables named as arrays', () => {
  test('are read in the training’s notation when they are predicted on, whatever the file by itself would say', async () => {
    const { train, preprocessing } = await learnt(german);
    expect(inputsOf(train)[0]).toEqual([1.5, 1037.25]);
    // by itself 1,352 would be in doubt, and 1.037 a number with decimals
    const files = memoryFiles({ 'p.csv': 'a;b\n1,352;1.037\n2,5;3.000\n' });
    const { dataset } = await loadInputs({ file: 'p.csv' }, preprocessing, files);
    expect(inputsOf(dataset)).toEqual([
      [1.352, 1037],
      [2.5, 3000],
    ]);
  });

  test('with points keep them: a comma before decimals is a fault then, not a number', async () => {
    const { preprocessing } = await learnt('a;b\n1.5;2\n3.25;4\n5;6.5\n7;8\n');
    const files = memoryFiles({ 'p.csv': 'a;b\n1,5;2\n' });
    await expect(loadInputs({ file: 'p.csv' }, preprocessing, files)).rejects.toThrow(
      /line 2: '1,5' in column (a|x1)/,
    );
  });

  test('have one notation for training, test and evaluation', async () => {
    const { preprocessing } = await learnt(german);
    const files = memoryFiles({
      'x.csv': german,
      'y.csv': labels,
      'x2.csv': 'a;b\n1,352;2.000\n',
      'y2.csv': 'y\n"1,352"\n',
    });
    const withTest = settings({ ...named, test: { x: 'x2.csv', y: 'y2.csv' } });
    for (const options of [{}, { learnt: preprocessing }]) {
      const { test: tested } = await loadData(withTest, files, undefined, options);
      expect(inputsOf(tested!)).toEqual([[1.352, 2000]]);
      expect(targetsOf(tested!, 'numbers', 1)).toEqual([[1.352]]);
    }
    // the data may have been changed since to what by itself would be read in another way
    const changed = memoryFiles({
      'x.csv': 'a;b\n1,352;2.000\n1,5;2.500\n',
      'y.csv': 'y\n"1,352"\n"2,001"\n',
    });
    const again = await loadData(settings(named), changed, undefined, { learnt: preprocessing });
    expect(inputsOf(again.train)).toEqual([
      [1.352, 2000],
      [1.5, 2500],
    ]);
    expect(targetsOf(again.train, 'numbers', 1)).toEqual([[1.352], [2.001]]);
  });

  test('say a notation once where all columns have the same', async () => {
    const { preprocessing } = await learnt('a;b\n1,5;2,5\n3,25;4,25\n5,5;6,5\n7,5;8,5\n');
    expect(preprocessing.notations).toEqual([{ decimal: ',' }]);
    expect(preprocessing.targets.notations).toEqual([{ decimal: ',' }]);
  });

  test('leave typed rows as a program writes them', async () => {
    const { preprocessing } = await learnt(german);
    const { dataset } = await loadInputs({ rows: [[1.352, 1037]] }, preprocessing, memoryFiles({}));
    expect(inputsOf(dataset)).toEqual([[1.352, 1037]]);
  });
});
