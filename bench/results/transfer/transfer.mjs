// Transfer learning on digits: a network learns 0 to 4 from all their pictures; what it has learnt is kept, frozen or
// learning slowly, and another learns 5 to 9 from ten pictures a class, beside the same network from nothing. By the terminal's
// own command, in folders that are removed:
//
//     npm run build && node bench/results/transfer/transfer.mjs [--seeds 5] [--data DIR]
//
// A seed is that of the weights, the batches, the dropout and of which ten pictures there are.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sharedData } from '../../data/sharedData.mjs';
import { writeNpy } from '../../npy.mjs';
import { table } from '../../report/table.mjs';
import { spread } from '../spread.mjs';
import { digits } from './digits.mjs';
import { sample } from './sample.mjs';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '5' }, data: { type: 'string' } },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
const each = 10;
const classes = 5;

const digitsNetwork = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'digits.nn.json'), 'utf8'));
const dataFolder = values.data ?? path.join(sharedData, 'mnist');
const program = path.resolve(import.meta.dirname, '../../../dist/cli.js');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transfer-'));

const train = digits(dataFolder, 'train');
const test = digits(dataFolder, 't10k');

/** Pictures of five digits as files, whose labels are 0 to 4. */
function write(name, { pictures, labels }, first, chosen) {
  const width = 28 * 28;
  const x = new Uint8Array(chosen.length * width);
  const y = Uint8Array.from(chosen, i => labels[i] - first);
  for (const [k, i] of chosen.entries()) x.set(pictures.subarray(i * width, (i + 1) * width), k * width);
  writeNpy(path.join(folder, `${name}-x.npy`), { shape: [chosen.length, 28, 28, 1], data: x });
  writeNpy(path.join(folder, `${name}-y.npy`), { shape: [chosen.length], data: y });
  return { x: `${name}-x.npy`, y: `${name}-y.npy` };
}

const withDigits = ({ labels }, first) =>
  [...labels.keys()].filter(i => labels[i] >= first && labels[i] < first + classes);

/** Trains a network to its end in a folder, and gives its accuracy on the test set. */
function trained(name, network) {
  const file = path.join(folder, `${name}.nn.json`);
  fs.writeFileSync(file, JSON.stringify(network));
  const out = path.join(folder, name);
  const said = execFileSync(process.execPath, [program, 'train', file, '--json', '--out', out], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { done, test, message } = JSON.parse(said.trim().split('\n').at(-1));
  if (!done) throw new Error(message);
  console.error(`${name}: ${(100 * test.accuracy).toFixed(2)} %`);
  return test.accuracy;
}

const convolutions = ['conv1', 'conv2'];
const all = [...convolutions, 'hidden'];
/** The layers of the digits' network, with a head for five classes and with what is said of some of them. */
const layersOf = (head, of = [], said = {}) =>
  digitsNetwork.layers.map(layer => {
    if (layer.id === 'output') return { ...layer, id: head, units: classes };
    return of.includes(layer.id) ? { ...layer, ...said } : layer;
  });

const kept = (seed, of, said) => ({ weights: `source-${seed}`, layers: layersOf('head', of, said) });
const ways = {
  'from scratch': () => ({ layers: layersOf('head') }),
  'all but the head kept and frozen': seed => kept(seed, all, { frozen: true }),
  'the same, learning at a tenth': seed => kept(seed, all, { learningRateFactor: 0.1 }),
  'kept, the convolutions frozen': seed => kept(seed, convolutions, { frozen: true }),
};

/** Nothing is measured on the way. */
const common = {
  evaluateEvery: 1e6,
  loss: 'categorical-cross-entropy',
  optimizer: { type: 'adam', learningRate: 0.002 },
};
const known = {
  train: write('known', train, 0, withDigits(train, 0)),
  test: write('known-test', test, 0, withDigits(test, 0)),
  scale: 255,
};
const newTest = write('new-test', test, classes, withDigits(test, classes));
const source = [];
const found = Object.fromEntries(Object.keys(ways).map(way => [way, []]));
for (const seed of seeds) {
  source.push(
    trained(`source-${seed}`, {
      data: known,
      layers: layersOf('output'),
      training: { ...common, epochs: 1, batchSize: 64, seed },
    }),
  );
  const chosen = sample(train.labels, classes, each, seed);
  const data = { train: write(`new-${seed}`, train, classes, chosen), test: newTest, scale: 255 };
  for (const [i, [way, network]] of Object.entries(ways).entries()) {
    const training = { ...common, epochs: 100, batchSize: 10, seed };
    found[way].push(trained(`way-${i}-${seed}`, { data, ...network(seed), training }));
  }
}
fs.rmSync(folder, { recursive: true });

const percent = share => `${(100 * share).toFixed(2)} %`;
const row = (name, accuracies) => {
  const { mean, least, most } = spread(accuracies);
  return [name, percent(mean), `${percent(least)}–${percent(most)}`];
};
console.log(
  [
    `Accuracy on the ${withDigits(test, classes).length.toLocaleString('en')} test pictures of 5 to 9, learnt from ${each} pictures a class in 500 steps of ten; ${seeds.length} seeds. The network that is kept knew 0 to 4 (${percent(spread(source).mean)} of theirs after one epoch).`,
    '',
    table(
      ['', 'mean', 'min–max'],
      Object.entries(found).map(([way, accuracies]) => row(way, accuracies)),
    ),
  ].join('\n'),
);
