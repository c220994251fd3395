import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * package.json with the commands, keys and menus of `src/protocol/commands.ts` and the codes whose severity can be set; the rest
 * of it is kept.
 */
export async function commandsOutput(root, { commandContributions, pythonRules }) {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  manifest.contributes = { ...manifest.contributes, ...commandContributions() };
  const severity = manifest.contributes.configuration.properties['layerwise.python.severity'];
  severity.properties = Object.fromEntries(
    pythonRules.map(({ code, why }) => [code, { ...severity.additionalProperties, description: why }]),
  );
  return { path: 'package.json', text: `${JSON.stringify(manifest, null, 2)}\n` };
}
