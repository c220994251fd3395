import fs from 'node:fs';
import path from 'node:path';

/** A network that threads share in float32, and that float64 doesn't leave to the reference kernels. */
const network = precision => ({
  data: { file: 'points.csv', target: 'class', split: { test: 0.25, seed: 1 } },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'wide', type: 'dense', units: 192, activation: 'relu' },
    { id: 'narrow', type: 'dense', units: 96, activation: 'tanh' },
    { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
  ],
  training: {
    loss: 'categorical-cross-entropy',
    optimizer: { type: 'adam', learningRate: 0.003 },
    iterations: 30,
    batchSize: 200,
    seed: 5,
    precision,
  },
});

/** Three classes in rings, without chance. */
function table() {
  const rows = Array.from({ length: 800 }, (_, i) => {
    const angle = i * 2.399963;
    const radius = 0.4 + (i % 3) * 0.8 + ((i * 37) % 61) / 120;
    return [radius * Math.cos(angle), radius * Math.sin(angle), ['red', 'green', 'blue'][i % 3]].join();
  });
  return ['x,y,class', ...rows, ''].join('\n');
}

/** Writes them into a folder: `float32.nn.json`, `float64.nn.json` and `points.csv`. */
export function writeNetworks(folder) {
  fs.writeFileSync(path.join(folder, 'points.csv'), table());
  for (const precision of ['float32', 'float64']) {
    fs.writeFileSync(path.join(folder, `${precision}.nn.json`), JSON.stringify(network(precision)));
  }
}
