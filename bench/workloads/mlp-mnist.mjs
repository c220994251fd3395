export default {
  place: 5,
  name: 'mlp-mnist',
  shape: '784-128-10, relu, softmax',
  data: 'mnist',
  scale: 255,
  layers: [
    { units: 128, activation: 'relu', initializer: 'he' },
    { units: 10, activation: 'softmax', initializer: 'xavier' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'adam', learningRate: 0.001 },
    epochs: 1,
    batchSize: 64,
    seed: 1,
  },
  goal: 0.3,
};
