/** A convolution without bias and its batch norm, from `input`. */
const normed = (id, input, filters, kernelSize, stride) => [
  {
    id,
    type: 'conv2d',
    inputs: [input],
    filters,
    kernelSize,
    stride,
    padding: (kernelSize - 1) / 2,
    initializer: 'he',
    bias: false,
  },
  { id: `${id}-norm`, type: 'batch-norm' },
];
const relu = id => ({ id, type: 'activation', activation: 'relu' });

/** He et al., 2015: two 3×3 convolutions beside a skip, which is a 1×1 convolution where the size changes. */
const block = (id, input, filters, stride, changes) => [
  ...normed(`${id}-1`, input, filters, 3, stride),
  relu(`${id}-relu`),
  ...normed(`${id}-2`, `${id}-relu`, filters, 3, 1),
  ...(changes ? normed(`${id}-skip`, input, filters, 1, stride) : []),
  { id: `${id}-add`, type: 'add', inputs: [`${id}-2-norm`, changes ? `${id}-skip-norm` : input] },
  relu(id),
];

const stages = [64, 128, 256, 512].flatMap((filters, i) => {
  const [a, b] = [`block-${i + 1}a`, `block-${i + 1}b`];
  const before = i === 0 ? 'pool' : `block-${i}b`;
  return [...block(a, before, filters, i === 0 ? 1 : 2, i > 0), ...block(b, a, filters, 1, false)];
});

export default {
  place: 10,
  name: 'resnet18-step',
  shape: 'ResNet-18 on 8 pictures of 64×64×3, 10 steps',
  data: 'cats',
  examples: 8,
  scale: 255,
  layers: [
    ...normed('stem', 'input', 64, 7, 2),
    relu('stem-relu'),
    { id: 'pool', type: 'max-pool2d', poolSize: 3, stride: 2, padding: 1 },
    ...stages,
    { id: 'mean', type: 'global-average-pool' },
    { id: 'output', type: 'dense', units: 2, activation: 'softmax', initializer: 'xavier' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'sgd', learningRate: 0.01 },
    iterations: 10,
    seed: 1,
  },
};
