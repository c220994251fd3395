export default {
  place: 1,
  name: 'logistic-cats',
  shape: '12288-1, sigmoid',
  data: 'cats',
  scale: 255,
  layers: [{ units: 1, activation: 'sigmoid', initializer: 'zeros' }],
  training: {
    loss: 'binary-cross-entropy',
    optimizer: { type: 'sgd', learningRate: 0.005 },
    iterations: 2000,
    seed: 1,
  },
  goal: 0.03,
};
