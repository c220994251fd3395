import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dataFiles, readFrom } from '../results/dataFiles.mjs';
import { layersText } from '../results/layersText.mjs';
import { networkOf, networks } from '../results/networkOf.mjs';
import { origin } from '../results/origin.mjs';
import { peers } from '../results/peers/peer.mjs';
import { resultsReport } from '../results/resultsReport.mjs';
import { seeded } from '../results/seeded.mjs';
import { allTasks, seedsOf } from '../results/task.mjs';
import { askPeer } from '../run/askPeer.mjs';

const program = path.resolve(import.meta.dirname, '../results/trainOnce.mjs');

export default {
  name: 'results',
  place: 9,
  async run(context) {
    const tasks = (await allTasks()).filter(({ name }) => !context.tasks || context.tasks.includes(name));
    const folder = path.join(context.temporary, 'results');
    fs.mkdirSync(folder);
    const results = [];
    for (const task of tasks) results.push(await resultOf(task, { ...context, folder }));
    fs.rmSync(folder, { recursive: true });
    return [
      'Networks really trained, float32, in `bench/results`: the figure of the test set (accuracy, or R²) after the last step, its mean over the seeds and its spread, and the seconds of the steps alone. A seed is that of the weights, the batches, the dropout, and for a table of the split into four fifths and one fifth too: so small a test set says little alone, so tables have ten seeds.',
      '',
      resultsReport(results),
    ].join('\n');
  },
};

async function resultOf(task, { engine, folder, seeds, say }) {
  const network = networkOf(task);
  const absent = dataFiles(network, networks).find(file => !fs.existsSync(file));
  if (absent) return { task, missing: path.relative(process.cwd(), absent) };
  const layerwise = createRequire(import.meta.url)(engine);
  const chosen = seedsOf(task).slice(0, seeds);
  const peer = peers[task.peer];
  const own = [];
  const beside = [];
  for (const seed of chosen) {
    const each = readFrom(seeded(network, seed), networks, folder);
    say(`${task.name}, seed ${seed}`);
    own.push(await askPeer({ file: program }, { engine, folder, network: each }));
    say(`${task.name}, seed ${seed}: ${own.at(-1).metrics[task.figure]}, ${own.at(-1).seconds} s`);
    if (!peer || beside.length === (task.peerSeeds ?? chosen.length)) continue;
    if (beside.some(({ missing, unable }) => missing ?? unable)) continue;
    const question = await peer.question({ task, network: each, seed, from: folder, folder, layerwise });
    beside.push(await askPeer(peer, question));
    say(`${peer.name}: ${JSON.stringify(beside.at(-1))}`);
  }
  const figures = answers =>
    answers.map(({ metrics, ...answer }) => ({ ...answer, figure: (metrics ?? answer)[task.figure] }));
  return {
    task,
    examples: own[0].examples,
    layers: layersText(network),
    origin: network.data.file && origin(network, await proposalsFor(task, network, layerwise), task.changed),
    runs: figures(own),
    peer: peer && besideOf(peer, beside, figures),
  };
}

/** What New Network proposes for the table of a task today. */
async function proposalsFor({ name }, { data }, layerwise) {
  const { file, target, standardise, split } = data;
  return layerwise.proposals(name, { file, target, standardise, split }, networks);
}

function besideOf(peer, answers, figures) {
  const { name } = peer;
  const missing = answers.map(answer => answer.missing ?? answer.unable).find(Boolean);
  return missing ? { name, missing } : { name, note: peer.note(answers[0]), runs: figures(answers) };
}
