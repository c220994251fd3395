import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** package.json with the commands and menus of `src/protocol/commands.ts`; the rest of it is kept. */
export async function commandsOutput(root, { commandContributions }) {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { commands, menus } = commandContributions();
  manifest.contributes = { ...manifest.contributes, commands, menus };
  return { path: 'package.json', text: `${JSON.stringify(manifest, null, 2)}\n` };
}
