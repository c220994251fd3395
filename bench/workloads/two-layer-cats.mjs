export default {
  place: 3,
  name: 'two-layer-cats',
  shape: '12288-7-1, relu, sigmoid',
  data: 'cats',
  scale: 255,
  layers: [
    { units: 7, activation: 'relu', initializer: 'xavier' },
    { units: 1, activation: 'sigmoid', initializer: 'xavier' },
  ],
  training: {
    loss: 'binary-cross-entropy',
    optimizer: { type: 'sgd', learningRate: 0.0075 },
    iterations: 2500,
    seed: 1,
  },
  goal: 0.15,
};
