/** A network on generated data, as text. Mini-batches and Adam, so that a resume has all to get right. */
export function networkText(
  training: Record<string, unknown> = {},
  data: Record<string, unknown> = {},
): string {
  return JSON.stringify({
    data: { generator: 'moons', examples: 60, seed: 3, split: { test: 0.2 }, ...data },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'hidden', type: 'dense', units: 5, activation: 'tanh' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
    training: {
      loss: 'binary-cross-entropy',
      optimizer: { type: 'adam', learningRate: 0.01 },
      iterations: 60,
      batchSize: 10,
      seed: 4,
      ...training,
    },
  });
}
