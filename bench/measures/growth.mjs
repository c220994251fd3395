import fs from 'node:fs';
import path from 'node:path';
import { prepare } from '../data/prepare.mjs';
import { counted, threeDigits } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { askPeer } from '../run/askPeer.mjs';
import { median } from '../run/median.mjs';
import { growthPlot } from './growth/plot.mjs';

/** What grows, and how a network of its size looks: the other two stay as they are. */
const series = [
  {
    of: 'examples',
    sizes: [1024, 2048, 4096, 8192, 16_384],
    at: size => ({ examples: size, width: 64, depth: 1 }),
  },
  {
    of: 'width',
    sizes: [16, 32, 64, 128, 256, 512, 1024],
    at: size => ({ examples: 2048, width: size, depth: 1 }),
  },
  { of: 'depth', sizes: [1, 2, 4, 8, 16, 32], at: size => ({ examples: 2048, width: 64, depth: size }) },
];
const shown = ['layerwise', 'pytorch'];

export default {
  name: 'growth',
  place: 6,
  async run({ root, temporary, engine, peers, runs, say, record }) {
    const runners = peers.filter(({ peer }) => shown.includes(peer));
    const panels = [];
    for (const { of, sizes, at } of series) {
      const points = [];
      for (const size of sizes) {
        say(`${of} ${size}`);
        const seconds = await secondsOf(at(size), { temporary, engine, runners, runs: Math.min(3, runs) });
        points.push({ size, seconds });
      }
      panels.push({ of, points });
    }
    const names = runners.map(({ name }) => name);
    if (record) fs.writeFileSync(path.join(root, 'docs/growth.svg'), growthPlot(panels, names));
    return [
      'Seconds of an epoch of 784-width-…-10 (relu, softmax), batch 64, Adam, float32. Examples grow at width 64 and one hidden layer, width at 2,048 examples and one hidden layer, depth at 2,048 examples and width 64.',
      ...panels.flatMap(({ of, points }) => [
        '',
        table(
          [of, ...names],
          points.map(({ size, seconds }) => [counted(size), ...seconds.map(threeDigits)]),
        ),
      ]),
      ...(record ? ['', '![How time grows](../docs/growth.svg)'] : []),
    ].join('\n');
  },
};

async function secondsOf({ examples, width, depth }, { temporary, engine, runners, runs }) {
  const folder = path.join(temporary, 'growth');
  const workload = {
    name: 'growth',
    data: 'mnist',
    examples,
    scale: 255,
    layers: [
      ...Array.from({ length: depth }, () => ({ units: width, activation: 'relu', initializer: 'he' })),
      { units: 10, activation: 'softmax', initializer: 'xavier' },
    ],
    training: {
      loss: 'categorical-cross-entropy',
      optimizer: { type: 'adam', learningRate: 0.001 },
      epochs: 1,
      batchSize: 64,
      seed: 1,
    },
  };
  const { job, steps } = await prepare(workload, folder, engine);
  // each with all its choices of threads, of which the better counts
  const tries = runners.flatMap((runner, i) =>
    [...new Set(runner.threads ?? [undefined])].map(threads => ({
      i,
      file: runner.file,
      threads,
      times: [],
    })),
  );
  for (let round = 0; round < runs; round++) {
    for (const { file, threads, times } of tries) {
      const { seconds } = await askPeer(
        { file },
        { ...job, precision: 'float32', steps, warmUp: 3, cost: false },
        threads,
      );
      times.push(seconds);
    }
  }
  fs.rmSync(folder, { recursive: true });
  return runners.map((_, i) =>
    Math.min(...tries.filter(each => each.i === i).map(({ times }) => median(times))),
  );
}
