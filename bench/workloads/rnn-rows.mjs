export default {
  place: 14,
  name: 'rnn-rows',
  shape: '28 steps of 28, RNN 64, 10',
  data: 'mnist',
  examples: 12_800,
  scale: 255,
  layers: [
    { id: 'recurrent', type: 'rnn', units: 64 },
    { id: 'output', type: 'dense', units: 10, activation: 'softmax', initializer: 'xavier' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'adam', learningRate: 0.001 },
    epochs: 1,
    batchSize: 64,
    seed: 1,
  },
};
