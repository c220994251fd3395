import fs from 'node:fs';
import path from 'node:path';
import { prepare } from '../data/prepare.mjs';
import { milliseconds } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';
import { allWorkloads } from '../workloads/workload.mjs';

export default {
  name: 'first-cost',
  place: 10,
  async run({ root, temporary, engine, runs, say }) {
    if (!fs.existsSync(path.join(root, 'test/vscode/node_modules/.package-lock.json'))) {
      return 'Not measured: the VS Code of test/vscode isn’t installed (`node scripts/install.mjs`).';
    }
    const { firstCosts } = await import('./firstCost/inVscode.mjs');
    const workload = (await allWorkloads()).find(({ name }) => name === 'cnn-mnist');
    const folder = path.join(temporary, 'first-cost');
    const { m, job } = await prepare(workload, folder, engine);
    const names = Array.from({ length: runs + 1 }, (_, i) => `cnn-${i + 1}.nn.json`);
    for (const name of names) fs.writeFileSync(path.join(folder, name), JSON.stringify(job.network));
    say(`VS Code, ${names.length} trainings`);
    const [first, ...others] = await firstCosts(root, folder, names);
    fs.rmSync(folder, { recursive: true });
    return [
      `From the press of Train in a real VS Code to the frame in which the first cost stands beside the canvas: cnn-mnist, ${m.toLocaleString('en')} pictures in a file, each time a network that wasn’t trained yet, two seconds after it was opened. The first of a fresh VS Code also tries which kernels are fastest, whose result it keeps.`,
      '',
      table(
        ['', 'median', 'longest', 'first ever'],
        [
          [
            'first cost (≤ 400 ms)',
            milliseconds(median(others)),
            milliseconds(Math.max(...others)),
            milliseconds(first),
          ],
        ],
      ),
    ].join('\n');
  },
};
