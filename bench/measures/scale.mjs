import fs from 'node:fs';
import path from 'node:path';
import { sharedData } from '../data/sharedData.mjs';
import { writeNpy } from '../npy.mjs';
import { counted } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { spread } from '../results/spread.mjs';
import { digits } from '../results/transfer/digits.mjs';
import { askPeer } from '../run/askPeer.mjs';
import { scaleCsv } from './scale/csv.mjs';
import { scalePlot } from './scale/plot.mjs';

const program = path.resolve(import.meta.dirname, '../results/trainOnce.mjs');

/** The units of the hidden layers of each network. */
const sizes = { small: [4], medium: [32], large: [256, 128] };
const counts = [200, 600, 2000, 6000, 20_000, 60_000];
/** All networks take as many steps, of however many examples: what differs is what there is to learn from. */
const iterations = 2000;

export default {
  name: 'scale',
  place: 10,
  asked: 'scale',
  async run({ root, temporary, engine, seeds = 2, say }) {
    const data = path.join(sharedData, 'mnist');
    if (!fs.existsSync(data)) return 'Not trained, because the digits aren’t there.';
    const folder = path.join(temporary, 'scale');
    fs.mkdirSync(folder);
    const [train, test] = ['train', 't10k'].map(part => digits(data, part));
    const points = [];
    for (const examples of counts) {
      const sets = {
        train: write(folder, 'train', train, examples),
        test: write(folder, 'test', test, 10_000),
        scale: 255,
      };
      for (const [size, units] of Object.entries(sizes)) {
        const runs = [];
        for (let seed = 1; seed <= seeds; seed++) {
          const { metrics } = await askPeer(
            { file: program },
            { engine, folder, network: network(sets, units, seed) },
          );
          runs.push(metrics.accuracy);
        }
        points.push({ size, examples, ...spread(runs) });
        say(`${size}, ${examples} examples: ${points.at(-1).mean}`);
      }
    }
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(path.join(root, 'docs/scale.csv'), scaleCsv(points));
    fs.writeFileSync(path.join(root, 'docs/scale.svg'), scalePlot(points));
    const at = (size, examples) => points.find(each => each.size === size && each.examples === examples);
    return [
      `Accuracy on the 10,000 test digits, learnt from the first of the 60,000: ${seeds === 1 ? 'one seed' : `the mean of ${seeds} seeds`}, after ${counted(iterations)} steps of 64, Adam 0.001 with a cosine.`,
      '',
      table(
        ['examples', ...Object.entries(sizes).map(([size, units]) => `${size} (784-${units.join('-')}-10)`)],
        counts.map(examples => [
          counted(examples),
          ...Object.keys(sizes).map(size => `${(100 * at(size, examples).mean).toFixed(2)} %`),
        ]),
      ),
      '',
      '![Accuracy against the number of examples, for three sizes of network](../docs/scale.svg)',
    ].join('\n');
  },
};

/** The first pictures and labels of a set as files. */
function write(folder, name, { pictures, labels }, examples) {
  writeNpy(path.join(folder, `${name}-x.npy`), {
    shape: [examples, 28, 28, 1],
    data: Uint8Array.from(pictures.subarray(0, examples * 28 * 28)),
  });
  writeNpy(path.join(folder, `${name}-y.npy`), {
    shape: [examples],
    data: Uint8Array.from(labels.subarray(0, examples)),
  });
  return { x: `${name}-x.npy`, y: `${name}-y.npy` };
}

function network(data, hidden, seed) {
  return {
    data,
    layers: [
      { id: 'input', type: 'input' },
      { id: 'flatten', type: 'flatten' },
      ...hidden.map((units, i) => ({
        id: `hidden${i + 1}`,
        type: 'dense',
        units,
        activation: 'relu',
        initializer: 'he',
      })),
      { id: 'output', type: 'dense', units: 10, activation: 'softmax', initializer: 'xavier' },
    ],
    training: {
      loss: 'categorical-cross-entropy',
      optimizer: { type: 'adam', learningRate: 0.001 },
      schedule: 'cosine',
      iterations,
      batchSize: 64,
      seed,
    },
  };
}
