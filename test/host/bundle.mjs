// Compiles the tests to where `require('mocha')` still finds the project's; by itself too, for the debugger.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;

/** @returns {Promise<string>} the path of the entry that VS Code calls */
export async function bundleHostTests() {
  const outdir = path.resolve(here, '../../.vscode-test/host');
  fs.rmSync(outdir, { recursive: true, force: true });
  const tests = fs.readdirSync(here).filter(name => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['main.ts', ...tests].map(name => path.join(here, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
  });
  return path.join(outdir, 'main.js');
}

if (process.argv[1] === import.meta.filename) await bundleHostTests();
