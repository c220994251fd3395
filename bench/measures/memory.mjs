import fs from 'node:fs';
import path from 'node:path';
import { syntheticPictures } from '../data/synthetic.mjs';
import { writeNpy } from '../npy.mjs';
import { counted, megabytes, threeDigits } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { peakMemory } from '../run/peakMemory.mjs';
import { besidePytorch } from './memory/besidePytorch.mjs';

const sizes = [20_000, 60_000, 180_000];

export default {
  name: 'memory',
  place: 5,
  async run({ temporary, engine, peers, runs, say }) {
    const rows = [];
    for (const m of sizes) {
      say(`${m} examples`);
      const folder = path.join(temporary, `memory-${m}`);
      fs.mkdirSync(folder);
      const { x, y } = syntheticPictures([m, 28, 28], 10);
      writeNpy(path.join(folder, 'x.npy'), x);
      writeNpy(path.join(folder, 'y.npy'), y);
      const file = path.join(folder, 'network.nn.json');
      fs.writeFileSync(file, JSON.stringify(network));
      const { code, peak, said } = await peakMemory(
        ['train', file, '--json', '--iterations', '100', '--out', path.join(folder, 'run')],
        path.join(folder, 'memory.json'),
      );
      if (code !== 0) throw new Error(said);
      rows.push([
        counted(m),
        megabytes(x.data.length),
        megabytes(peak),
        `${threeDigits(peak / x.data.length)}×`,
      ]);
      fs.rmSync(folder, { recursive: true });
    }
    return [
      'The most memory (resident set) of `layerwise train`, 784-10 softmax, batch 64, 100 iterations and the evaluations of the whole set before and after them; synthetic uint8 pictures. Node alone takes some 45 MB.',
      '',
      table(['examples', 'data', 'peak', 'peak to data'], rows),
      '',
      await besidePytorch({ temporary, engine, peers, runs, say }),
    ].join('\n');
  },
};

const network = {
  data: { train: { x: 'x.npy', y: 'y.npy' }, split: { test: 0 }, scale: 255 },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'flatten', type: 'flatten' },
    { id: 'output', type: 'dense', units: 10, activation: 'softmax' },
  ],
  training: { loss: 'categorical-cross-entropy', optimizer: 'adam', epochs: 1, batchSize: 64 },
};
