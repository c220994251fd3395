import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { prepare } from '../data/prepare.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';
import { allWorkloads } from '../workloads/workload.mjs';

const steps = 150;
/** More than a fifth of a step would be felt. */
const limit = 0.2;

/** What people do with pictures, alone and together. */
const lists = {
  nothing: undefined,
  flip: ['flip'],
  'rotate, zoom, shift': ['rotate', 'zoom', 'shift'],
  'rotate, zoom, shift, brightness, contrast': ['rotate', 'zoom', 'shift', 'brightness', 'contrast'],
  noise: ['noise'],
  'cut-out': ['cut-out'],
  mixup: ['mixup'],
};

export default {
  name: 'augment',
  place: 4,
  async run({ temporary, engine, runs, say }) {
    const { open } = createRequire(import.meta.url)(engine);
    const workload = (await allWorkloads()).find(({ name }) => name === 'cnn-mnist');
    const folder = path.join(temporary, 'augment');
    const { job } = await prepare(workload, folder, engine);
    const trainings = [];
    for (const [name, augment] of Object.entries(lists)) {
      const network = { ...job.network, training: { ...job.network.training, augment } };
      const { training } = await open({ folder, network, iterations: 100_000 });
      takeSteps(training, 40);
      trainings.push({ name, training, times: [] });
    }
    // in turn, so that what else the machine does falls on all alike
    for (let round = 0; round < runs; round++) {
      say(`round ${round + 1}`);
      for (const { training, times } of trainings) {
        const began = performance.now();
        takeSteps(training, steps);
        times.push((performance.now() - began) / steps);
      }
    }
    fs.rmSync(folder, { recursive: true });
    const plain = median(trainings[0].times);
    const rows = trainings.map(({ name, times }) => {
      const step = median(times);
      const share = (step - plain) / plain;
      return [
        name,
        `${step.toFixed(2)} ms`,
        `${(step - plain).toFixed(2)} ms`,
        `${Math.round(100 * share)} %`,
        share <= limit ? 'yes' : 'no',
      ];
    });
    return [
      `A step of cnn-mnist, 64 pictures of 28×28, float32: the median of ${runs} times ${steps} steps, in turn.`,
      '',
      table(['augmented by', 'a step', 'more', 'of a step', 'at most a fifth'], rows),
    ].join('\n');
  },
};

function takeSteps(training, count) {
  const last = training.iteration + count;
  while (training.iteration < last) {
    const work = training.steps(last - training.iteration);
    while (!work.next().done);
  }
}
