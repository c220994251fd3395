import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder of the VS Code inside npm's code-server.
 *
 * `npm ci` in that folder would compile native modules, so the modules it needs are in this package's lock file
 * (the ones that are native and not needed here as small shims), and one link lets VS Code find them.
 */
export function vscodeFolder() {
  const modules = path.join(import.meta.dirname, 'node_modules');
  const folder = path.join(modules, 'code-server', 'lib', 'vscode');
  if (!fs.existsSync(folder)) throw new Error('VS Code is not installed: run `npm ci` in test/vscode');
  const link = path.join(folder, 'node_modules');
  try {
    fs.symlinkSync(path.relative(folder, modules), link, 'dir');
  } catch (error) {
    if (error.code !== 'EEXIST') throw error; // linked before, or by another process just now
  }
  return folder;
}
