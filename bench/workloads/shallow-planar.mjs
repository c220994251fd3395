const initializer = { type: 'normal', scale: 0.01 };

export default {
  place: 2,
  name: 'shallow-planar',
  shape: '2-4-1, tanh, sigmoid',
  data: 'planar',
  scale: 1,
  layers: [
    { units: 4, activation: 'tanh', initializer },
    { units: 1, activation: 'sigmoid', initializer },
  ],
  training: {
    loss: 'binary-cross-entropy',
    optimizer: { type: 'sgd', learningRate: 1.2 },
    iterations: 10_000,
    seed: 2,
  },
  goal: 0.05,
};
