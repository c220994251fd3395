import type { ToView } from '../../src/protocol/view';

/** A network's text and what the host says of it. */
export interface Fixture {
  readonly text: string;
  readonly editable?: boolean;
  readonly said?: readonly ToView[];
}

const dataOf = (
  inputShape: readonly number[],
  train: number,
  test: number,
  targets: { n: number; classes?: readonly string[]; binary: boolean; oneHot: boolean },
  inputNames?: readonly string[],
): ToView => ({
  type: 'data',
  report: {
    facts: { inputShape, examples: { train, test }, targets, inputNames, choices: [] },
    faults: [],
    files: [],
  },
});

const network = (layers: readonly object[], rest: object = {}) =>
  `{\n  "layers": [\n${layers.map(layer => `    ${JSON.stringify(layer).replaceAll(/([,{:])/g, '$1 ')}`).join(',\n')}\n  ]${Object.entries(
    rest,
  )
    .map(([key, value]) => `,\n  "${key}": ${JSON.stringify(value)}`)
    .join('')}\n}\n`;

const descent = { type: 'sgd', learningRate: 1.2 };
const training = { loss: 'binary-cross-entropy', optimizer: descent, iterations: 10000, seed: 2 };

export const fixtures: Readonly<Record<string, Fixture>> = {
  flower: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      { data: { generator: 'flower' }, training },
    ),
    said: [dataOf([2], 400, 0, { n: 1, classes: ['0', '1'], binary: true, oneHot: false })],
  },
  tokens: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'tokens', type: 'embedding', vocabulary: 3, size: 6 },
        { id: 'last', type: 'last-step' },
        { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
      ],
      { training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [dataOf([5], 90, 10, { n: 1, classes: ['a', 'b', 'c'], binary: false, oneHot: false })],
  },
  iris: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'hidden', type: 'dense', units: 8, activation: 'relu' },
        { id: 'hidden-2', type: 'dense', units: 6, activation: 'relu' },
        { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
      ],
      { training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [
      dataOf(
        [4],
        120,
        30,
        { n: 1, classes: ['setosa', 'versicolor', 'virginica'], binary: false, oneHot: false },
        ['sepal length', 'sepal width', 'petal length', 'petal width'],
      ),
    ],
  },
  frozen: {
    text: network(
      [
        { id: 'input', type: 'input' },
        {
          id: 'conv1',
          type: 'conv2d',
          filters: 12,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          frozen: true,
        },
        { id: 'norm', type: 'batch-norm', frozen: true },
        { id: 'pool', type: 'max-pool2d', poolSize: 2 },
        { id: 'flatten', type: 'flatten' },
        { id: 'hidden', type: 'dense', units: 96, activation: 'relu', frozen: true },
        { id: 'head', type: 'dense', units: 5, activation: 'softmax' },
      ],
      { weights: 'digits', training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [
      dataOf([28, 28, 1], 50, 10, { n: 1, classes: ['5', '6', '7', '8', '9'], binary: false, oneHot: false }),
    ],
  },
  cats: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'flatten', type: 'flatten' },
        { id: 'hidden', type: 'dense', units: 20, activation: 'relu' },
        { id: 'hidden-2', type: 'dense', units: 7, activation: 'relu' },
        { id: 'hidden-3', type: 'dense', units: 5, activation: 'relu' },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      { training },
    ),
    said: [dataOf([64, 64, 3], 209, 50, { n: 1, classes: ['non-cat', 'cat'], binary: true, oneHot: false })],
  },
  lenet: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'conv1', type: 'conv2d', filters: 6, kernelSize: 5, padding: 'same', activation: 'relu' },
        { id: 'pool1', type: 'max-pool2d', poolSize: 2 },
        { id: 'conv2', type: 'conv2d', filters: 16, kernelSize: [5, 5], activation: 'relu' },
        { id: 'pool2', type: 'max-pool2d', poolSize: 2 },
        { id: 'flatten', type: 'flatten' },
        { id: 'hidden1', type: 'dense', units: 120, activation: 'relu' },
        { id: 'hidden2', type: 'dense', units: 84, activation: 'relu' },
        { id: 'output', type: 'dense', units: 10, activation: 'softmax' },
      ],
      { training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [
      dataOf([28, 28], 60000, 10000, {
        n: 1,
        classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
        binary: false,
        oneHot: false,
      }),
    ],
  },
  branches: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'stem', type: 'dense', units: 6, activation: 'relu' },
        { id: 'left', type: 'dense', units: 6, activation: 'tanh', inputs: ['stem'] },
        { id: 'right', type: 'dense', units: 64, activation: 'relu', inputs: ['stem'] },
        { id: 'right-2', type: 'dense', units: 6, activation: 'relu' },
        { id: 'sum', type: 'add', inputs: ['left', 'right-2'] },
        { id: 'skip', type: 'add', inputs: ['stem', 'sum'] },
        { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
      ],
      { training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [dataOf([4], 120, 30, { n: 1, classes: ['a', 'b', 'c'], binary: false, oneHot: false })],
  },
  pictures: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'scaled', type: 'rescale', scale: 0.00392156862745098 },
        { id: 'padded', type: 'zero-pad', top: 2, bottom: 2, left: 2, right: 2 },
        { id: 'large', type: 'upsample', factor: 2, inputs: ['scaled'] },
        { id: 'middle', type: 'crop', top: 12, bottom: 12, left: 12, right: 12 },
        { id: 'larger', type: 'maximum', inputs: ['padded', 'middle'] },
        { id: 'both', type: 'concatenate', inputs: ['larger', 'middle'] },
        { id: 'swapped', type: 'permute', axes: [2, 0, 1] },
        { id: 'flatten', type: 'flatten' },
        { id: 'hidden', type: 'dense', units: 8 },
        { id: 'gelu', type: 'activation', activation: 'gelu' },
        { id: 'output', type: 'dense', units: 10, activation: 'softmax' },
      ],
      { training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [
      dataOf([28, 28, 1], 60000, 10000, {
        n: 1,
        classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
        binary: false,
        oneHot: false,
      }),
    ],
  },
  mistakes: {
    text: network(
      [
        { id: 'input', type: 'input' },
        { id: 'hidden', type: 'dense', units: 4, activation: 'tanhh' },
        { id: 'mystery', type: 'dens', units: 4 },
        { id: 'output', type: 'dense', units: 1, activation: 'softmax' },
      ],
      { training: { ...training, loss: 'categorical-cross-entropy' } },
    ),
    said: [dataOf([64, 64, 3], 209, 50, { n: 1, classes: ['non-cat', 'cat'], binary: true, oneHot: false })],
  },
  empty: { text: '' },
  thousand: {
    text: network(
      [
        { id: 'input', type: 'input' },
        ...Array.from({ length: 998 }, (_, i) => ({
          id: `hidden-${i}`,
          type: 'dense',
          // no two blocks of layers are the same, so that none is folded
          units: 4 + (i % 61),
          activation: 'relu',
        })),
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      { training },
    ),
    said: [dataOf([8], 400, 100, { n: 1, classes: ['0', '1'], binary: true, oneHot: false })],
  },
};
