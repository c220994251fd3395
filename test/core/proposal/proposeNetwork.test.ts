import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import type { DataFacts } from '../../../src/core/network/dataReport';
import { applyTextEdits, editNetwork } from '../../../src/core/network/edit';
import { proposeHidden } from '../../../src/core/proposal/proposeHidden';
import { proposeNetwork } from '../../../src/core/proposal/proposeNetwork';

const facts = (inputShape: number[], targets: DataFacts['targets'], train = 120): DataFacts => ({
  inputShape,
  inputType: 'float64',
  examples: { train, test: 30 },
  targets,
  choices: [],
});

const classes = (n: number, oneHot = false): DataFacts['targets'] => ({
  n: oneHot ? n : 1,
  classes: Array.from({ length: n }, (_, i) => `class ${i}`),
  binary: n === 2 || oneHot,
  oneHot,
});

/** One hidden layer, which every kind of data is offered. */
const firstDense = (known: DataFacts | undefined) =>
  proposeHidden(known).find(({ title }) => title.startsWith('One hidden'))!.hidden;

const data = { file: 'rows.csv', target: 'y' };

function proposed(known: DataFacts | undefined, hidden = firstDense(known)) {
  const text = proposeNetwork('network', data, known, hidden);
  const report = known && { facts: known, faults: [], files: [] };
  const snapshot = analyze(text, report);
  const output = snapshot.network!.layers.at(-1)!;
  return { text, ...snapshot, output: output.fields!, training: snapshot.network!.training! };
}

const numbers = (mean: number, deviation: number): DataFacts['targets'] => ({
  n: 1,
  binary: false,
  oneHot: false,
  figures: [{ min: mean - 3 * deviation, max: mean + 3 * deviation, mean, deviation, exact: true }],
});

describe('a proposed network', () => {
  test('begins with a vector for each token of a text, and ends with a softmax of all', () => {
    const known: DataFacts = {
      ...facts([8], { ...classes(27), counts: Array<number>(27).fill(200) }, 5000),
      tokens: { of: 'characters', vocabulary: 27 },
    };
    for (const proposal of proposeHidden(known)) {
      const { hidden, data } = proposal;
      const text = proposeNetwork('network', { text: 'names.txt', window: 8 }, known, hidden, proposal);
      // what is then known of the data
      const steps = { n: 64, steps: 64 };
      const facts = data ? { ...known, inputShape: [64], targets: { ...known.targets, ...steps } } : known;
      const { network, problems } = analyze(text, { facts, faults: [], files: [] });
      expect(problems).toEqual([]);
      expect(network!.layers[1]!.fields).toMatchObject({ vocabulary: 27, size: data ? 64 : 16 });
      expect(network!.groups.size).toBe(data ? 2 : 0);
      expect(network!.layers.at(-1)!.fields).toMatchObject({ units: 27, activation: 'softmax' });
    }
  });

  test.each([
    ['thousands', numbers(17_000, 4_000), true],
    ['years', numbers(2_005, 6), true],
    ['thousandths', numbers(0.002, 0.0003), true],
    ['numbers about as large as 1', numbers(0.4, 1.2), undefined],
    ['classes', { ...classes(3), counts: [40, 40, 40] }, undefined],
  ])('standardises a target that asks for it: %s', (_, targets, expected) => {
    const { network, problems } = proposed(facts([4], targets));
    expect(network!.data).toMatchObject(data);
    expect((network!.data as { standardiseTarget?: boolean }).standardiseTarget).toBe(expected);
    expect(problems).toEqual([]);
  });

  test('has one sigmoid for two classes', () => {
    const { output, training, problems } = proposed(facts([4], classes(2)));
    expect(output).toMatchObject({ units: 1, activation: 'sigmoid' });
    expect(training.loss).toBe('binary-cross-entropy');
    expect(problems).toEqual([]);
  });

  test.each([false, true])('has softmax for more (one-hot labels: %s)', oneHot => {
    const { output, training, problems } = proposed(facts([4], classes(3, oneHot)));
    expect(output).toMatchObject({ units: 3, activation: 'softmax' });
    expect(training.loss).toBe('categorical-cross-entropy');
    expect(problems).toEqual([]);
  });

  test('has a linear unit for each number', () => {
    const { output, training, problems } = proposed(facts([4], { n: 2, binary: false, oneHot: false }));
    expect(output).toMatchObject({ units: 2, activation: 'linear' });
    expect(training.loss).toBe('mean-squared-error');
    expect(problems).toEqual([]);
  });

  test('flattens pictures', () => {
    const { network, problems } = proposed(facts([16, 16, 3], classes(3)));
    expect(network!.layers.map(({ type }) => type)).toEqual(['input', 'flatten', 'dense', 'dense']);
    expect(problems).toEqual([]);
  });

  test.each([
    ['grey, without channels', [28, 28], 'uint8', [8, 16]],
    ['of bytes in colour', [64, 64, 3], 'uint8', [8, 16, 32]],
    ['of fractions in grey', [16, 16, 1], 'float32', [8, 16]],
    ['large', [224, 180, 3], 'uint8', [8, 16, 32, 64, 64]],
  ])('slides kernels over pictures: %s', (_, shape, inputType, filters) => {
    const known = { ...facts(shape, classes(10)), inputType };
    const [first] = proposeHidden(known);
    const { network, shapes, problems, training } = proposed(known, first!.hidden);
    expect(network!.layers.map(({ type }) => type)).toEqual([
      'input',
      ...filters.flatMap(() => ['conv2d', 'max-pool2d']),
      'flatten',
      'dense',
      'dense',
    ]);
    const convolutions = network!.layers.filter(({ type }) => type === 'conv2d');
    expect(convolutions.map(({ fields }) => fields!.filters)).toEqual(filters);
    expect(convolutions[0]!.fields).toMatchObject({ kernelSize: 3, padding: 'same', activation: 'relu' });
    const last = shapes!.layers.get(`pool${filters.length}`)!.example!;
    expect(
      last
        .map(({ size }) => size as number)
        .slice(0, 2)
        .every(side => side >= 4 && side <= 8),
    ).toBe(true);
    expect(training).toMatchObject({ epochs: 50, batchSize: 16, optimizer: { learningRate: 0.001 } });
    // bytes are divided where the data are asked for
    const others = problems.filter(({ code }) => code !== 'unscaled-pixels');
    expect(others.filter(({ severity }) => severity !== 'information')).toEqual([]);
  });

  test.each([
    ['a series of many values', [50, 12], 'float64'],
    ['a few numbers in a square', [4, 4], 'uint8'],
    ['layers of features', [14, 14, 256], 'float32'],
    ['a row', [784], 'uint8'],
  ])('has no kernels for what shows no picture: %s', (_, shape, inputType) => {
    const titles = proposeHidden({ ...facts(shape, classes(3)), inputType }).map(({ title }) => title);
    expect(titles.filter(title => title.startsWith('Convolutions'))).toEqual([]);
  });

  test('takes few examples at once and many in batches', () => {
    expect(proposed(facts([4], classes(2), 100)).training).toMatchObject({
      batchSize: 'all',
      iterations: 1000,
    });
    expect(proposed(facts([4], classes(2), 60_000)).training).toMatchObject({ batchSize: 64, epochs: 5 });
  });

  test('is written as a person would, a layer a line', () => {
    expect(
      proposed(facts([4], classes(2)))
        .text.split('\n')
        .slice(0, 6),
    ).toEqual([
      '{',
      '  "name": "network",',
      '  "data": { "file": "rows.csv", "target": "y" },',
      '  "layers": [',
      '    { "id": "input", "type": "input" },',
      '    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu", "initializer": "he" },',
    ]);
  });

  test('starts its hidden layers as one that is added starts', () => {
    const text = proposed(facts([4], classes(2))).text;
    const added = editNetwork(text, [{ kind: 'add-layer', type: 'dense', after: 'hidden' }]);
    const { network } = analyze(applyTextEdits(text, added));
    const [, hidden, other] = network!.layers;
    expect(other!.id).toBe('hidden-2');
    expect(other!.raw).toEqual({ ...hidden!.raw, id: 'hidden-2' });
  });

  test('is valid also where nothing is known of the data', () => {
    const { problems } = proposed(undefined);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    [[2], 4],
    [[30], 32],
    [[28, 28], 32],
    [[64, 64, 3], 16],
  ])('has fewer units for more inputs: %j', (shape, units) => {
    expect(firstDense(facts(shape, classes(2))).at(-1)).toMatchObject({ type: 'dense', units });
  });

  test('has no error for any data and any hidden layers proposed', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
    const targets = fc.oneof(
      fc.integer({ min: 2, max: 12 }).map(n => classes(n)),
      fc.integer({ min: 3, max: 12 }).map(n => classes(n, true)),
      fc.integer({ min: 1, max: 4 }).map(n => ({ n, binary: false, oneHot: false })),
    );
    fc.assert(
      fc.property(shapes, targets, fc.integer({ min: 1, max: 100_000 }), (shape, target, m) => {
        const known = facts(shape, target, m);
        for (const { hidden } of proposeHidden(known)) {
          const { problems } = proposed(known, hidden);
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
