import fs from 'node:fs';
import path from 'node:path';

/**
 * A copy of the samples to work in, outside of git's sight. What a person changed there stays; a sample that is
 * missing comes back, so deleting one gives a fresh one at the next start.
 */
export function sampleWorkspace(root) {
  const folder = path.join(root, '.vscode-test/samples');
  if (!fs.existsSync(folder)) console.log(`Copying the samples to ${path.relative(root, folder)}`);
  const filter = source => path.basename(source) !== '.layerwise'; // runs of a developer
  fs.cpSync(path.join(root, 'samples'), folder, { recursive: true, force: false, filter });
  return folder;
}
