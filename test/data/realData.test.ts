import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../src/data/data';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { inputsOf, targetsOf } from './inputsOf';
import { settings } from './settings';

// Real files beside a checkout. The same code runs without them in the tests of the sources and readers.
const folder = '../shared/data';
const load = (written: object) => loadData(settings(written), nodeFiles(folder));

describe.runIf(existsSync(folder))('real files', () => {
  test('iris', async () => {
    const {
      train,
      test: testSet,
      report,
    } = await load({ file: 'tabular/iris.csv', target: 'class', standardise: true });
    expect(report.facts).toMatchObject({
      inputShape: [4],
      examples: { train: 120, test: 30 },
      targets: { n: 1, classes: ['setosa', 'versicolor', 'virginica'], binary: false },
    });
    expect(targetsOf(testSet!, 'one-hot', 3).every(row => row[0]! + row[1]! + row[2]! === 1)).toBe(true);
    const mean = inputsOf(train).reduce((sum, row) => sum + row[2]!, 0) / 120;
    expect(mean).toBeCloseTo(0, 12);
  });

  test('wine and breast cancer', async () => {
    const wine = await load({ file: 'tabular/wine.csv', target: 'class' });
    expect(wine.report.facts).toMatchObject({ inputShape: [13], examples: { train: 142, test: 36 } });
    const cancer = await load({ file: 'tabular/breast_cancer.csv', target: 'class' });
    expect(cancer.report.facts).toMatchObject({
      inputShape: [30],
      targets: { classes: ['benign', 'malignant'], binary: true },
    });
  });

  test('Titanic, with quotes and gaps', async () => {
    const { train, report, preprocessing } = await load({
      file: 'tabular/titanic.csv',
      target: 'Survived',
      split: { test: 0 },
    });
    expect(report.facts?.inputNames).toEqual([
      'Pclass',
      'Sex=female',
      'Sex=male',
      'Age',
      'SibSp',
      'Parch',
      'Fare',
      'Embarked=C',
      'Embarked=Q',
      'Embarked=S',
    ]);
    expect(report.facts?.choices).toEqual([
      'Sex becomes 2 inputs, one-hot (female and male).',
      'Age: 177 gaps filled with the mean of the training set.',
      'Embarked becomes 3 inputs, one-hot (C, Q and S); 2 gaps all zeros.',
      'PassengerId is left out: it only counts the rows.',
      'Name is left out: 891 different texts in 891 rows hardly repeat.',
      'Ticket is left out: 681 different texts in 891 rows hardly repeat.',
      'Cabin is left out: 147 different texts in 204 rows hardly repeat.',
      '891 examples train, no test set.',
    ]);
    // pandas.read_csv('titanic.csv').Age.mean() is 29.69911764705882
    const age = preprocessing.columns?.find(({ name }) => name === 'Age');
    expect(age).toMatchObject({ name: 'Age', as: 'number', missing: expect.closeTo(29.69911764705882, 10) });
    expect(inputsOf(train)[0]).toEqual([3, 0, 1, 22, 1, 0, 7.25, 0, 0, 1]);
    expect(targetsOf(train, 'binary', 1).filter(([label]) => label === 1)).toHaveLength(342);
  });

  test('MNIST, as gzip', async () => {
    const {
      train,
      test: testSet,
      report,
    } = await load({
      train: { x: 'mnist/train-images-idx3-ubyte.gz', y: 'mnist/train-labels-idx1-ubyte.gz' },
      test: { x: 'mnist/t10k-images-idx3-ubyte.gz', y: 'mnist/t10k-labels-idx1-ubyte.gz' },
      scale: 255,
    });
    expect(report.facts).toMatchObject({
      inputShape: [28, 28],
      inputType: 'uint8',
      examples: { train: 60_000, test: 10_000 },
    });
    expect([0, 1, 2, 3, 4].map(i => train.truth(i))).toEqual(['5', '0', '4', '1', '9']);
    expect(testSet!.truth(0)).toBe('7');
    expect(train.inputs.data).toBeInstanceOf(Uint8Array);
    expect(train.inputs.data).toHaveLength(60_000 * 784);
  }, 60_000);
});
