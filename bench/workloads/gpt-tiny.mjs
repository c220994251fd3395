const width = 128;
const blocks = [1, 2, 3, 4].flatMap(k => [
  { id: `norm-${k}a`, type: 'layer-norm' },
  { id: `attention-${k}`, type: 'self-attention', heads: 4, causal: true },
  { id: `add-${k}a`, type: 'add', inputs: [k === 1 ? 'place' : `add-${k - 1}b`, `attention-${k}`] },
  { id: `norm-${k}b`, type: 'layer-norm' },
  { id: `widen-${k}`, units: 4 * width, activation: 'gelu', initializer: 'he' },
  { id: `narrow-${k}`, units: width, initializer: 'xavier' },
  { id: `add-${k}b`, type: 'add', inputs: [`add-${k}a`, `narrow-${k}`] },
]);

export default {
  place: 15,
  name: 'gpt-tiny',
  shape: '4 blocks of 4 heads, 128 wide, 64 characters, all steps learnt',
  data: 'tales',
  scale: 1,
  text: { window: 64, everyStep: true },
  layers: [
    { id: 'tokens', type: 'embedding', vocabulary: 42, size: width },
    { id: 'place', type: 'position' },
    ...blocks,
    { id: 'norm', type: 'layer-norm' },
    { id: 'output', units: 42, activation: 'softmax', initializer: 'xavier' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'adamw', learningRate: 0.001 },
    iterations: 200,
    batchSize: 32,
    seed: 1,
  },
};
