import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { onFile } from '../platform/fileFault';

const passedOver = new Set(['node_modules', '.layerwise', '.git']);

/** The network files that a name stands for: itself, or where it is a folder all `*.nn.json` in it and below. */
export async function networkFiles(name: string): Promise<string[]> {
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
    else if (!entry.isDirectory() && entry.name.endsWith('.nn.json')) found.push(path);
  }
  return found;
}
