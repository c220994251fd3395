import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from '../platform/fileFault';

/** Folders of what people didn't write. */
const passedOver = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
  'venv',
  '.venv',
  '.layerwise',
  '.git',
  '.ipynb_checkpoints',
]);
const checked = ['.nn.json', '.py', '.ipynb'];

/** The files that a name stands for: itself, or where it is a folder all networks and Python programs in it and below. */
export async function checkedFiles(name: string): Promise<string[]> {
  const isFolder = await onFile('read', name, async () => (await stat(name)).isDirectory());
  return isFolder ? filesBelow(name) : [name];
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await onFile('read', folder, () => readdir(folder, { withFileTypes: true }));
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // links aren't followed: they could lead round in a circle
    if (entry.isDirectory() && !passedOver.has(entry.name)) found.push(...(await filesBelow(path)));
    else if (!entry.isDirectory() && checked.some(end => entry.name.endsWith(end))) found.push(path);
  }
  return found;
}
