import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;

/**
 * The Nodes of package.json, and why those that can't be run here can't: `{ name, binary, v8 }` or `{ name, missing }`.
 * Where npm has none for this system there is the Node that runs this, and the others are named.
 */
export async function nodeVersions() {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'));
  const isTheirs = process.platform === 'linux' && process.arch === 'x64';
  const all = Object.entries(dependencies).map(([folder, address]) => ({
    name: `Node ${address.split('@').at(-1)}`,
    binary: path.join(here, 'node_modules', folder, 'bin/node'),
  }));
  if (isTheirs) return Promise.all(all.map(started));
  const missing = `its package is for Linux on x64, and this is ${process.platform} on ${process.arch}`;
  return [
    await started({ name: `Node ${process.versions.node}`, binary: process.execPath }),
    ...all.map(({ name }) => ({ name, missing })),
  ];
}

async function started({ name, binary }) {
  try {
    const { stdout } = await promisify(execFile)(binary, ['-p', 'process.versions.v8']);
    return { name, binary, v8: stdout.trim().split('.').slice(0, 2).join('.') };
  } catch (error) {
    // as on a Debian without libatomic1, which Node 26 needs: nobody has that Node there
    const library = /error while loading shared libraries: (\S+):/.exec(error.stderr ?? '')?.[1];
    if (library) return { name, missing: `it needs ${library}, which this system doesn’t have` };
    throw error;
  }
}
