/** A layer, its batch norm, and ReLU6 where it isn't linear. */
const normed = (layer, linear) => [
  { padding: (layer.kernelSize - 1) / 2, initializer: 'he', bias: false, ...layer },
  { id: `${layer.id}-norm`, type: 'batch-norm' },
  ...(linear ? [] : [{ id: `${layer.id}-relu`, type: 'activation', activation: 'relu6' }]),
];
const pointwise = (id, inputs, filters, linear) =>
  normed({ id, type: 'conv2d', ...(inputs && { inputs }), filters, kernelSize: 1 }, linear);

/** Sandler et al., 2018, table 2: expansion, channels, repeats, stride of the first. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];

function* blocks() {
  let before = 'stem-relu';
  let channels = 32;
  let number = 0;
  for (const [expansion, filters, repeats, first] of stages) {
    for (let i = 0; i < repeats; i++) {
      const id = `block-${++number}`;
      const stride = i === 0 ? first : 1;
      if (expansion > 1) yield* pointwise(`${id}-expand`, [before], expansion * channels);
      yield* normed({
        id: `${id}-depth`,
        type: 'depthwise-conv2d',
        ...(expansion === 1 && { inputs: [before] }),
        kernelSize: 3,
        stride,
      });
      yield* pointwise(`${id}-project`, undefined, filters, true);
      const skips = stride === 1 && channels === filters;
      if (skips) yield { id: `${id}-add`, type: 'add', inputs: [`${id}-project-norm`, before] };
      before = skips ? `${id}-add` : `${id}-project-norm`;
      channels = filters;
    }
  }
}

export default {
  place: 11,
  name: 'mobilenetv2-step',
  shape: 'MobileNetV2 on 8 pictures of 64×64×3, 10 steps',
  data: 'cats',
  examples: 8,
  scale: 255,
  layers: [
    ...normed({ id: 'stem', type: 'conv2d', filters: 32, kernelSize: 3, stride: 2 }),
    ...blocks(),
    ...pointwise('head', undefined, 1280),
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
