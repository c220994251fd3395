const block = (filters, i) => [
  {
    id: `conv-${i}`,
    type: 'conv2d',
    filters,
    kernelSize: 3,
    padding: 'same',
    initializer: 'he',
    bias: false,
  },
  { id: `norm-${i}`, type: 'batch-norm' },
  { id: `relu-${i}`, type: 'activation', activation: 'relu' },
  ...(i < 3 ? [{ id: `pool-${i}`, type: 'max-pool2d', poolSize: 2 }] : []),
];

export default {
  place: 9,
  name: 'cnn-64',
  shape: '64×64×3, conv 32-64-128 3×3 same, each with batch norm and relu, pools 2, global average, 2',
  data: 'cats',
  scale: 255,
  layers: [
    ...[32, 64, 128].flatMap((filters, i) => block(filters, i + 1)),
    { id: 'mean', type: 'global-average-pool' },
    { id: 'output', type: 'dense', units: 2, activation: 'softmax', initializer: 'xavier' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'adam', learningRate: 0.001 },
    epochs: 5,
    batchSize: 32,
    seed: 1,
  },
};
