import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { prepare } from '../data/prepare.mjs';
import { milliseconds } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';
import { allWorkloads } from '../workloads/workload.mjs';

const goals = { first: 300, stop: 100 };
const shown = ['shallow-planar', 'four-layer-cats', 'mlp-mnist', 'mlp-wide'];

export default {
  name: 'latency',
  place: 1,
  async run({ root, temporary, engine, runs, say }) {
    const rows = [];
    for (const workload of (await allWorkloads()).filter(({ name }) => shown.includes(name))) {
      const folder = path.join(temporary, workload.name);
      const { job } = await prepare(workload, folder, engine);
      const firsts = [];
      const stops = [];
      for (let round = 1; round <= runs; round++) {
        say(`${workload.name}, round ${round} of ${runs}`);
        const { first, stop } = await trainAndStop(
          path.join(root, 'dist/trainer.js'),
          folder,
          job.network,
          round,
        );
        firsts.push(first);
        stops.push(stop);
      }
      rows.push([
        workload.name,
        ...[firsts, stops].flatMap(times => [median(times), Math.max(...times)]).map(milliseconds),
      ]);
      fs.rmSync(folder, { recursive: true });
    }
    return [
      'From the message that starts a training process to its first cost, and from the message that stops it to its last state, with the weights saved: what the canvas waits for, without its own frame.',
      '',
      table(
        ['', `first cost (≤ ${goals.first} ms)`, 'longest', `stop (≤ ${goals.stop} ms)`, 'longest'],
        rows,
      ),
    ].join('\n');
  },
};

/** Milliseconds of one training, forked as the extension's host forks it. */
async function trainAndStop(bundle, folder, network, round) {
  // long enough not to be over before it is stopped
  const { epochs, ...training } = network.training;
  const text = JSON.stringify({ ...network, training: { ...training, iterations: 10_000_000 } });
  const began = performance.now();
  const child = fork(bundle, {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', () => reject(new Error('The training process ended before it was stopped.')));
  });
  ended.catch(() => {}); // it ends after the last message too
  const message = test =>
    Promise.race([new Promise(resolve => child.on('message', data => test(data) && resolve(data))), ended]);
  try {
    const firstCost = message(({ type }) => type === 'metrics');
    child.send({ type: 'train', file: path.join(folder, 'network.nn.json'), text, paused: false });
    await firstCost;
    const first = performance.now() - began;
    // at another moment of its work each time
    await after(300 + 37 * round);
    const stopped = message(({ type, state }) => type === 'state' && state === 'stopped');
    const asked = performance.now();
    child.send({ type: 'stop' });
    await stopped;
    return { first, stop: performance.now() - asked };
  } finally {
    child.kill();
  }
}
