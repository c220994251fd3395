import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { table } from '../report/table.mjs';

export default {
  name: 'sizes',
  place: 3,
  async run({ root, temporary }) {
    const vsix = path.join(temporary, 'layerwise.vsix');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', vsix], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`scripts/package.mjs ended with ${status}: ${stderr}`);
    const row = (name, file, goal) => [name, `${(fs.statSync(file).size / 1e3).toFixed(1)} KB`, goal];
    return table(
      ['', 'size', 'goal'],
      [
        row('activation bundle (dist/extension.js)', path.join(root, 'dist/extension.js'), '≤ 300 KB'),
        row('package (.vsix)', vsix, '≤ 3,000 KB'),
      ],
    );
  },
};
