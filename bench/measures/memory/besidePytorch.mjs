import fs from 'node:fs';
import path from 'node:path';
import { prepare } from '../../data/prepare.mjs';
import { megabytes, threeDigits } from '../../report/numbers.mjs';
import { table } from '../../report/table.mjs';
import { askPeer } from '../../run/askPeer.mjs';
import { median } from '../../run/median.mjs';
import { peakMemory } from '../../run/peakMemory.mjs';
import { allWorkloads } from '../../workloads/workload.mjs';

const shown = ['cnn-mnist', 'cnn-64'];

/** The most memory of whole processes that train the same network to its end, by Layerwise and by PyTorch, as Markdown. */
export async function besidePytorch({ temporary, engine, peers, runs, say }) {
  const pytorch = peers.find(({ peer }) => peer === 'pytorch');
  const rows = [];
  for (const workload of (await allWorkloads()).filter(({ name }) => shown.includes(name))) {
    const folder = path.join(temporary, `memory-${workload.name}`);
    const { job, steps } = await prepare(workload, folder, engine);
    const [own, theirs] = [[], []];
    for (let round = 1; round <= Math.min(3, runs); round++) {
      say(`${workload.name}, round ${round}`);
      own.push(await ofLayerwise(folder));
      if (!pytorch) continue;
      const question = { ...job, precision: 'float32', steps, warmUp: 0, cost: false };
      theirs.push((await askPeer(pytorch, question)).peak ?? Number.NaN);
    }
    rows.push([
      workload.name,
      megabytes(fs.statSync(path.join(folder, 'x.npy')).size),
      megabytes(median(own)),
      pytorch ? megabytes(median(theirs)) : '–',
      pytorch ? `${threeDigits(median(own) / median(theirs))}×` : '–',
    ]);
    fs.rmSync(folder, { recursive: true });
  }
  const imported = pytorch?.peak ? `, of which ${megabytes(pytorch.peak)} once it is imported` : '';
  return [
    `The same of networks with convolutions, trained to their end, beside PyTorch’s: whole processes with all cores. Layerwise also evaluates and writes the files of its run${imported ? `; PyTorch’s are those of its program${imported}` : ''}.`,
    '',
    table(['', 'data', 'Layerwise', 'PyTorch', 'ratio'], rows),
  ].join('\n');
}

async function ofLayerwise(folder) {
  const run = path.join(folder, 'run');
  const { code, peak, said } = await peakMemory(
    ['train', path.join(folder, 'network.nn.json'), '--json', '--out', run],
    path.join(folder, 'memory.json'),
  );
  fs.rmSync(run, { recursive: true, force: true });
  if (code !== 0) throw new Error(said);
  return peak;
}
