import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { milliseconds } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';

export default {
  name: 'activation',
  place: 4,
  async run({ root, temporary, runs, say }) {
    if (!fs.existsSync(path.join(root, 'test/vscode/node_modules/.package-lock.json'))) {
      return 'Not measured: the VS Code of test/vscode isn’t installed (`node scripts/install.mjs`).';
    }
    const times = [];
    for (let round = 1; round <= runs; round++) {
      say(`VS Code, round ${round} of ${runs}`);
      times.push(await activationTime(path.join(temporary, `vscode-${round}`)));
    }
    return [
      'Milliseconds from the call that activates the extension in VS Code’s extension host to its end, the bundle’s loading included, each in a fresh VS Code.',
      '',
      table(
        ['', 'median', 'longest'],
        [['activation (≤ 200 ms)', milliseconds(median(times)), milliseconds(Math.max(...times))]],
      ),
    ].join('\n');
  },
};

async function activationTime(folder) {
  fs.mkdirSync(folder);
  const result = path.join(folder, 'activation.json');
  // VS Code says much on its way
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'activation/launch.mjs'), folder, result],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.on('data', chunk => {
    errors = (errors + chunk).slice(-2000);
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (!fs.existsSync(result)) throw new Error(`VS Code didn't activate the extension: ${errors}`);
  return JSON.parse(fs.readFileSync(result, 'utf8')).milliseconds;
}
