import { describe, expect, test } from 'vitest';
import { activations } from '../../../src/core/activations';
import type { Snapshot } from '../../../src/core/analyze';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { layerOf, layers } from '../../../src/core/layers';
import type { LayerExample } from '../../../src/core/layers/layer';
import { losses } from '../../../src/core/losses';
import { Random } from '../../../src/core/random';
import { createModel } from '../../../src/core/train/createModel';
import type { Dataset } from '../../../src/core/train/dataset';
import { gradientCheck } from '../../../src/core/train/gradientCheck';
import { wasmSet } from '../kernels/wasmSet';
import { arrayDataset } from './arrayDataset';
import { finish } from './finish';
import { randomDataset } from './randomDataset';
import { type LayerText, snapshotOf } from './snapshotOf';

/** Numbers of a parameter that are looked at: pictures have many, of which the kernels make nothing unlike. */
const most = 40;
const sgd = { type: 'sgd', learningRate: 0.1 };

const reference = referenceKernels('float64');
const sets = [reference, wasmSet('float64', 'relaxed'), wasmSet('float64', 'plain')];

/** The largest relative error of any kernel set, of a network's gradients on random data. b is random too, so that no gradient is zero. */
function errorOf(
  network: readonly LayerText[],
  loss: string,
  inputShape: number[],
  encoding: string,
  n: number,
  dataset: Dataset = randomDataset(7, inputShape, encoding, n),
) {
  const snapshot = snapshotOf(network, { loss, optimizer: sgd });
  return Math.max(...sets.map(kernels => errorWith(kernels, snapshot, dataset)));
}

function errorWith(kernels: Kernels, snapshot: Snapshot, dataset: Dataset) {
  const model = createModel({ snapshot, kernels, batchSize: dataset.m });
  const random = new Random(11);
  for (const { value } of model.parameters)
    for (let i = 0; i < value.data.length; i++) value.data[i] = random.randn();
  const before = model.parameters.map(({ value }) => [...value.data]);
  gradientCheck(model, dataset, { most });
  // once more: gradients of the pass before must not add up
  const check = gradientCheck(model, dataset, { most });
  expect(model.parameters.map(({ value }) => [...value.data])).toEqual(before);
  for (const { gradient } of model.parameters) expect(gradient.data.some(value => value !== 0)).toBe(true);
  return check.relativeError;
}

const input = (...shape: number[]) => ({ id: 'input', type: 'input', shape });
const dense = (id: string, units: number, activation: string, inputs?: string[]) => ({
  id,
  type: 'dense',
  units,
  activation,
  ...(inputs && { inputs }),
});

describe.each(losses.map(loss => [loss.type, loss] as const))('%s', (type, loss) => {
  const n = loss.encoding === 'binary' ? 1 : 3;
  const combinations = loss.suits.flatMap(output =>
    activations.map(hidden => [hidden.type, output] as const),
  );
  test.each(combinations)('%s, then %s', (hidden, output) => {
    const network = [input(4), dense('hidden', 5, hidden), dense('output', n, output)];
    expect(errorOf(network, type, [4], loss.encoding, n)).toBeLessThan(1e-7);
  });

  test.each(loss.suits)('%s where the loss can’t pair with the activation', output => {
    // the last layer is a flatten, so dA comes from the loss's own gradient
    const network = [
      input(4),
      dense('hidden', 3, 'tanh'),
      dense('last', n, output),
      { id: 'output', type: 'flatten' },
    ];
    expect(errorOf(network, type, [4], loss.encoding, n)).toBeLessThan(1e-7);
  });

  test('several outputs', () => {
    const network = [input(4), dense('hidden', 5, 'tanh'), dense('output', 3, loss.suits[0]!)];
    expect(errorOf(network, type, [4], loss.encoding, 3)).toBeLessThan(1e-7);
  });
});

describe('a softmax at each step', () => {
  /** Three classes at each of four steps, one after the other. */
  const everyStep = (m: number) => {
    const random = new Random(5);
    return arrayDataset(
      Array.from({ length: m }, () => Array.from({ length: 8 }, () => random.randn())),
      Array.from({ length: m }, () =>
        Array.from({ length: 4 }, () => random.randint(0, 3)).flatMap(k => [0, 1, 2].map(j => +(j === k))),
      ),
      [4, 2],
    );
  };
  const series = [input(4, 2), { id: 'mix', type: 'self-attention', causal: true }];

  test.each([
    ['paired with its loss', [dense('output', 3, 'softmax')]],
    [
      'that stands by itself',
      [dense('scores', 3, 'linear'), { id: 'output', type: 'activation', activation: 'softmax' }],
    ],
  ])('%s', (_, end) => {
    const network = [...series, ...end];
    const loss = 'categorical-cross-entropy';
    expect(errorOf(network, loss, [4, 2], 'one-hot', 12, everyStep(7))).toBeLessThan(1e-7);
  });

  test('costs the mean over the steps of all examples, and is right so often', () => {
    const network = [...series, dense('output', 3, 'softmax')];
    const snapshot = snapshotOf(network, { loss: 'categorical-cross-entropy', optimizer: sgd });
    const model = createModel({ snapshot, kernels: reference, batchSize: 3 });
    const dataset = everyStep(7);
    const { cost, metrics, confusion } = finish(model.evaluate(dataset));
    // with all parameters 0 every class is as likely
    expect(cost).toBeCloseTo(Math.log(3), 12);
    expect(confusion!.flat().reduce((a, b) => a + b, 0)).toBe(28);
    expect(metrics.accuracy).toBe(confusion![0]![0]! / 28);
    // predicted is what the last step says
    expect([...finish(model.predict(dataset))]).toHaveLength(21);
  });
});

describe('branches', () => {
  const mse = (network: readonly LayerText[]) => errorOf(network, 'mean-squared-error', [4], 'numbers', 2);

  test('a skip connection: one layer feeds two', () => {
    const network = [
      input(4),
      dense('a', 5, 'tanh'),
      dense('b', 5, 'sigmoid'),
      { id: 'sum', type: 'add', inputs: ['a', 'b'] },
      dense('output', 2, 'linear'),
    ];
    expect(mse(network)).toBeLessThan(1e-7);
  });

  test('branches of different width, one of them straight from the input', () => {
    const network = [
      input(4),
      dense('a', 3, 'tanh', ['input']),
      dense('b', 2, 'relu', ['input']),
      { id: 'all', type: 'concatenate', inputs: ['a', 'input', 'b', 'a'] },
      dense('output', 2, 'linear'),
    ];
    expect(mse(network)).toBeLessThan(1e-7);
  });

  test('a layer that nothing follows changes nothing', () => {
    const network = [
      input(4),
      dense('a', 3, 'tanh'),
      dense('unused', 9, 'tanh', ['a']),
      dense('output', 2, 'linear', ['a']),
    ];
    expect(mse(network)).toBeLessThan(1e-7);
  });
});

/** The network input → the layer under test → a vector → two outputs. What feeds the layer comes out of dense layers. */
function around(type: string, example: LayerExample) {
  const tested = { id: 'tested', type, ...example.fields };
  const following = [{ id: 'vector', type: 'flatten' }, dense('output', 2, 'linear')];
  if (example.inputs.length === 0)
    return { network: [tested, ...following], inputShape: [...example.output] };
  const shape = [...example.inputs[0]!];
  if (layerOf(type)!.vocabulary)
    return { network: [input(...shape), tested, ...following], inputShape: shape };
  const before = example.inputs.flatMap((shape, i) => [
    dense(
      `before-${i}`,
      shape.reduce((product, size) => product * size, 1),
      'tanh',
      ['input'],
    ),
    { id: `shaped-${i}`, type: 'reshape', shape: [...shape] },
  ]);
  const inputs = example.inputs.map((_, i) => `shaped-${i}`);
  return { network: [input(3), ...before, { ...tested, inputs }, ...following], inputShape: [3] };
}

/** Random examples; of a layer that takes tokens, indices among its own. */
function givenTo(type: string, { fields }: LayerExample, m: number, inputShape: number[]) {
  const vocabulary = layerOf(type)!.vocabulary?.(fields);
  if (vocabulary === undefined) return randomDataset(m, inputShape, 'numbers', 2);
  const random = new Random(3);
  const width = inputShape.reduce((a, b) => a * b, 1);
  const row = (draw: () => number, n: number) => Array.from({ length: n }, draw);
  return arrayDataset(
    Array.from({ length: m }, () => row(() => random.randint(0, vocabulary), width)),
    Array.from({ length: m }, () => row(() => random.randn(), 2)),
    inputShape,
  );
}

const examples = layers.flatMap(({ type, examples }) =>
  examples.map(example => ({ type, title: example.title, example })),
);

describe('every example of a layer', () => {
  test.each(examples)('$type, $title: has the shape and the parameters that it says', ({ type, example }) => {
    const { network, inputShape } = around(type, example);
    const snapshot = snapshotOf(network, { loss: 'mean-squared-error', optimizer: sgd });
    expect(snapshot.shapes!.layers.get('tested')!.output).toEqual(example.output);
    const model = createModel({ snapshot, kernels: reference, batchSize: 5 });
    const own = model.parameters.filter(parameter => parameter.layer === 'tested');
    expect(own.reduce((sum, { value }) => sum + value.data.length, 0)).toBe(example.parameterCount);
    const following = model.parameters.find(
      ({ layer, unnumbered }) => layer === 'output' && unnumbered === 'W',
    )!;
    expect(following.value.columns).toBe(example.output.reduce((a, b) => a * b, 1));
    const outputs = finish(model.predict(givenTo(type, example, 5, inputShape)));
    expect(outputs.length).toBe(10);
    expect(outputs.every(Number.isFinite)).toBe(true);
  });

  // an input layer computes nothing that has a gradient
  test.each(examples.filter(({ example }) => example.inputs.length > 0))(
    '$type, $title: agrees with finite differences',
    ({ type, example }) => {
      const { network, inputShape } = around(type, example);
      const dataset = givenTo(type, example, 7, inputShape);
      expect(errorOf(network, 'mean-squared-error', inputShape, 'numbers', 2, dataset)).toBeLessThan(1e-7);
    },
  );
});
