import fs from 'node:fs';
import path from 'node:path';

/** VS Code's server needs Node 24, which npm carries as a package; where it doesn't, the Node that runs this. */
export function nodeBinary() {
  const name = `node-${process.platform}-${process.arch}`;
  const fromNpm = path.join(import.meta.dirname, 'node_modules', name, 'bin', 'node');
  return fs.existsSync(fromNpm) ? fromNpm : process.execPath;
}
