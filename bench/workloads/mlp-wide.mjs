export default {
  place: 6,
  name: 'mlp-wide',
  shape: '784-1024-1024-10, relu, softmax',
  data: 'mnist',
  examples: 12_800,
  scale: 255,
  layers: [
    { units: 1024, activation: 'relu', initializer: 'he' },
    { units: 1024, activation: 'relu', initializer: 'he' },
    { units: 10, activation: 'softmax', initializer: 'xavier' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'adam', learningRate: 0.001 },
    epochs: 1,
    batchSize: 128,
    seed: 1,
  },
  goal: 1,
};
