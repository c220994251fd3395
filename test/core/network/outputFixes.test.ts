import { describe, expect, it } from 'vitest';
import { activations } from '../../../src/core/activations';
import { analyze } from '../../../src/core/analyze';
import { losses } from '../../../src/core/losses';
import type { DataReport, TargetFacts } from '../../../src/core/network/dataReport';
import { applyTextEdits } from '../../../src/core/network/edit';

const rules = ['loss-for-output', 'labels-for-output', 'softmax-one-unit'];

const labels: Readonly<Record<string, TargetFacts | undefined>> = {
  unknown: undefined,
  'one class': { n: 1, classes: ['0'], binary: false, oneHot: false },
  'two classes': { n: 1, classes: ['cat', 'dog'], binary: true, oneHot: false },
  'three classes': { n: 1, classes: ['a', 'b', 'c'], binary: false, oneHot: false },
  'three classes in rows': { n: 3, classes: ['a', 'b', 'c'], binary: true, oneHot: true },
  'two columns of 0 and 1': { n: 2, binary: true, oneHot: false },
  numbers: { n: 1, binary: false, oneHot: false },
  'three numbers': { n: 3, binary: false, oneHot: false },
};

const network = (units: number, activation: string, loss: string) =>
  JSON.stringify({
    data: { file: 'a.csv', target: 'y' },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'output', type: 'dense', units, activation },
    ],
    training: { loss, optimizer: 'sgd', iterations: 100 },
  });

const reportOf = (targets: TargetFacts): DataReport => ({
  facts: { inputShape: [2], examples: { train: 9, test: 0 }, targets, choices: [] },
  faults: [],
  files: [],
});

/** What those rules say of a text. */
const said = (text: string, data: DataReport | undefined) =>
  analyze(text, data).problems.filter(({ code }) => rules.includes(code));

describe.each(Object.entries(labels))('with labels that are %s', (_, targets) => {
  it('no fix of the output leads to the next problem', () => {
    const data = targets && reportOf(targets);
    const led: string[] = [];
    let fixes = 0;
    for (const { type: activation } of activations) {
      for (const { type: loss } of losses) {
        for (const units of [1, 2, 3]) {
          const text = network(units, activation, loss);
          const problems = said(text, data);
          for (const { code, fixes: proposed, message } of problems) {
            expect(proposed.length, message).toBeGreaterThan(0);
            for (const { title, edits } of proposed) {
              fixes++;
              const left = said(applyTextEdits(text, edits), data);
              if (left.length > 0)
                led.push(`${units} × ${activation}, ${loss}: ${code}: ${title} → ${left[0]!.message}`);
            }
          }
        }
      }
    }
    expect(led).toEqual([]);
    expect(fixes).toBeGreaterThan(10);
  });
});

describe('what is proposed', () => {
  const titles = (units: number, activation: string, loss: string, targets?: TargetFacts) =>
    said(network(units, activation, loss), targets && reportOf(targets))
      .filter(({ code }) => code === 'loss-for-output')
      .flatMap(({ fixes }) => fixes.map(({ title }) => title));

  it('is what was most likely meant', () => {
    expect(titles(1, 'linear', 'binary-cross-entropy')).toEqual([
      'Change "activation" to "sigmoid"',
      'Change "loss" to "mean-squared-error"',
    ]);
    expect(titles(1, 'linear', 'binary-cross-entropy', labels.numbers)).toEqual([
      'Change "loss" to "mean-squared-error"',
    ]);
    expect(titles(2, 'softmax', 'binary-cross-entropy', labels['two classes'])).toEqual([
      'Change "loss" to "categorical-cross-entropy"',
      'Use 1 × sigmoid with binary-cross-entropy',
    ]);
  });

  it('leaves data of one class to its warning', () => {
    expect(said(network(1, 'sigmoid', 'binary-cross-entropy'), reportOf(labels['one class']!))).toEqual([]);
  });
});

describe('an activation that stands by itself at the end', () => {
  const text = (units: number, activation: string) =>
    JSON.stringify({
      data: { file: 'a.csv', target: 'y' },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'last', type: 'dense', units },
        { id: 'output', type: 'activation', activation },
      ],
      training: { loss: 'categorical-cross-entropy', optimizer: 'sgd', iterations: 100 },
    });
  const three = reportOf({ n: 1, classes: ['a', 'b', 'c'], binary: false, oneHot: false });

  it('is the output: the layer before it has n_y units, and nothing is wrong', () => {
    const { problems, shapes } = analyze(text(3, 'softmax'), three);
    expect(problems).toEqual([]);
    expect(shapes!.layers.get('last')!.example).toEqual([{ symbol: 'n_y', size: 3 }]);
  });

  it('has its number of units changed in the layer that has them', () => {
    const [problem] = said(text(4, 'softmax'), three);
    expect(problem).toMatchObject({ code: 'labels-for-output', layer: 'last', field: 'units' });
    const fixed = applyTextEdits(text(4, 'softmax'), problem!.fixes[0]!.edits);
    expect(fixed).toBe(text(3, 'softmax'));
  });

  it('has itself changed in itself', () => {
    const [problem] = said(text(3, 'relu'), three);
    expect(problem).toMatchObject({ code: 'loss-for-output', layer: 'output', field: 'activation' });
    expect(applyTextEdits(text(3, 'relu'), problem!.fixes[0]!.edits)).toBe(text(3, 'softmax'));
  });
});
