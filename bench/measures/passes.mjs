import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { prepare } from '../data/prepare.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';
import { allWorkloads } from '../workloads/workload.mjs';

/** Each pass with the workloads that it does something for. */
const cases = {
  gram: ['logistic-cats', 'two-layer-cats', 'four-layer-cats'],
  'in-place': ['cnn-mnist', 'cnn-64', 'mobilenetv2-step'],
  'pool-first': ['cnn-mnist', 'lenet-mnist'],
  'write-first': ['shallow-planar', 'mlp-mnist', 'mlp-wide'],
};
/** Steps of a full batch without the Gram pass take milliseconds: so many tell enough. */
const steps = 100;

export default {
  name: 'passes',
  place: 3,
  async run({ temporary, engine, runs, say }) {
    const { open } = createRequire(import.meta.url)(engine);
    const rows = [];
    for (const [pass, names] of Object.entries(cases)) {
      for (const workload of (await allWorkloads()).filter(({ name }) => names.includes(name))) {
        say(`${workload.name} with and without ${pass}`);
        const folder = path.join(temporary, workload.name);
        const { job } = await prepare(workload, folder, engine);
        const times = { on: [], off: [] };
        for (let round = 0; round < runs; round++) {
          for (const [way, without] of [
            ['on', []],
            ['off', [pass]],
          ]) {
            times[way].push(await secondsOfStep(open, { folder, network: job.network, without }));
          }
        }
        const [on, off] = [median(times.on), median(times.off)];
        rows.push([
          pass,
          workload.name,
          microseconds(on),
          microseconds(off),
          `${(off / on).toPrecision(3)}×`,
        ]);
        fs.rmSync(folder, { recursive: true });
      }
    }
    return [
      `A step in float32, the median of ${runs} trainings of ${steps} steps after 10, with each pass and without it. What a pass computes once (XᵀX) is in the 10.`,
      '',
      table(['pass', '', 'with it', 'without', 'gain'], rows),
    ].join('\n');
  },
};

async function secondsOfStep(open, opening) {
  const { training } = await open({ ...opening, iterations: 100_000 });
  takeSteps(training, 10);
  const began = performance.now();
  takeSteps(training, steps);
  return (performance.now() - began) / 1e3 / steps;
}

function takeSteps(training, count) {
  const last = training.iteration + count;
  while (training.iteration < last) {
    const work = training.steps(last - training.iteration);
    while (!work.next().done);
  }
}

const microseconds = seconds => `${(seconds * 1e6).toPrecision(3)} µs`;
