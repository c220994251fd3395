// Writes textCosts.json: the costs of 100 steps of the samples on texts and of the bench's gpt-tiny in PyTorch, from the weights that
// Layerwise draws, and prints them beside its own.
//
//   PYTHON=… node test/golden/textCosts.mjs      PYTHON has PyTorch; after npm run build
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildEngine } from '../../bench/engine/buildEngine.mjs';
import { writeNpy } from '../../bench/npy.mjs';
import gptTiny from '../../bench/workloads/gpt-tiny.mjs';
import { networkOf } from '../../bench/workloads/workload.mjs';

const steps = 100;
const samples = path.resolve(import.meta.dirname, '../../samples');
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'layerwise-costs-'));
const layerwise = createRequire(import.meta.url)(await buildEngine(path.join(temporary, 'engine')));
const sample = name =>
  layerwise.analyze(fs.readFileSync(path.join(samples, `${name}.nn.json`), 'utf8')).network;

/** As a network file says it: what was read of one has its defaults, which say the same. */
const written = ({ data, layers, training }) => ({
  data,
  layers: layers.map(({ raw }) => raw),
  training,
});
const tiny = networkOf(gptTiny, [64]);
const networks = {
  names: written(sample('names')),
  tales: written(sample('tales')),
  'gpt-tiny': { ...tiny, data: { ...tiny.data, text: 'tales.txt', split: { test: 0.1 } } },
};

const found = {};
for (const [name, { training, ...network }] of Object.entries(networks)) {
  const folder = path.join(temporary, name);
  fs.cpSync(samples, folder, { recursive: true });
  const settings = { ...training, iterations: steps, epochs: undefined, precision: 'float32' };
  const opened = await layerwise.open({ folder, network: { ...network, training: settings } });
  const { train, test } = opened;
  for (const { name, shape, data } of opened.training.checkpoint().parameters)
    writeNpy(path.join(folder, `${name}.npy`), { shape, data: Float64Array.from(data) });
  for (const [set, x, y] of [
    [train, 'x', 'y'],
    [test, 'testX', 'testY'],
  ]) {
    const tokens = layerwise.tokensOf(set);
    writeNpy(path.join(folder, `${x}.npy`), tokens.x);
    writeNpy(path.join(folder, `${y}.npy`), tokens.y);
  }
  fs.writeFileSync(path.join(folder, 'batches.json'), JSON.stringify(batches(train.m, settings)));
  const snapshot = layerwise.analyze(JSON.stringify({ ...network, training: settings }));
  const graph = snapshot.network.layers.map(({ id, type, inputs, fields }) => ({
    ...fields,
    id,
    type,
    inputs,
  }));
  fs.writeFileSync(path.join(folder, 'job.json'), JSON.stringify({ graph, optimizer: settings.optimizer }));

  const script = path.join(import.meta.dirname, 'textCosts.py');
  const theirs = JSON.parse(
    execFileSync(process.env.PYTHON ?? 'python3', [script, folder], { encoding: 'utf8' }),
  );
  const own = layerwise.costs(opened);
  const testCost = layerwise.evaluation(opened, test).cost;
  const apart = Math.max(...own.map((cost, i) => Math.abs(cost / theirs.costs[i] - 1)));
  console.log(
    `${name}: ${steps} costs at most ${apart.toExponential(1)} apart; the last ${own.at(-1).toFixed(6)} and ${theirs.costs.at(-1).toFixed(6)}; of the test set ${testCost.toFixed(6)} and ${theirs.testCost.toFixed(6)}`,
  );
  found[name] = { network: { ...network, training: settings }, ...theirs };
}
fs.writeFileSync(path.join(import.meta.dirname, 'textCosts.json'), `${JSON.stringify(found)}\n`);
fs.rmSync(temporary, { recursive: true });

/** The examples of each step: an epoch after the other, of which the last batch may be smaller. */
function batches(m, { batchSize, seed }) {
  const found = [];
  for (let epoch = 0; found.length < steps; epoch++) {
    const order = layerwise.batchOrder(m, batchSize, seed, epoch);
    for (let from = 0; from < m && found.length < steps; from += batchSize)
      found.push([...order.slice(from, Math.min(from + batchSize, m))]);
  }
  return found;
}
