export default {
  place: 4,
  name: 'four-layer-cats',
  shape: '12288-20-7-5-1, relu, sigmoid',
  data: 'cats',
  scale: 255,
  layers: [
    ...[20, 7, 5].map(units => ({ units, activation: 'relu', initializer: 'xavier' })),
    { units: 1, activation: 'sigmoid', initializer: 'xavier' },
  ],
  training: {
    loss: 'binary-cross-entropy',
    optimizer: { type: 'sgd', learningRate: 0.0075 },
    iterations: 2500,
    seed: 1,
  },
  goal: 0.25,
};
