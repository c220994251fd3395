// Writes all that is made from the code: registries, the JSON Schema, pages of docs, parts of package.json.
// `--check` writes nothing, names each file that isn't as it would be made, and exits with 1.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { callsOutput } from './gen/calls.mjs';
import { commandsOutput } from './gen/commands.mjs';
import { docsOutput } from './gen/docs.mjs';
import { kernelsOutput } from './gen/kernels.mjs';
import { loadSource } from './gen/loadSource.mjs';
import { registriesOutput } from './gen/registries.mjs';
import { schemaOutput } from './gen/schema.mjs';

const root = path.dirname(import.meta.dirname);
const check = process.argv.includes('--check');
const drifted = [];

/** @param {readonly {path: string, text: string}[]} files */
async function put(files) {
  for (const file of files) {
    const target = path.join(root, file.path);
    const old = await readFile(target, 'utf8').catch(() => undefined);
    if (old === file.text) continue;
    drifted.push(file.path);
    if (check) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
}

// the registries first: all else is made from what they hold
await put([...(await registriesOutput(root)), await callsOutput(root)]);
const source = await loadSource(root);
await put([
  schemaOutput(source),
  ...docsOutput(source),
  await commandsOutput(root, source),
  ...(await kernelsOutput(root, source)),
]);

if (drifted.length === 0) console.log('Generated files are up to date.');
for (const file of drifted) console.log(check ? `${file} is out of date: run npm run gen.` : `wrote ${file}`);
process.exitCode = check && drifted.length > 0 ? 1 : 0;
