import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles a TypeScript entry beside this file and runs it. */
export async function runEntry(entry) {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    loader: { '.py': 'text' },
    logLevel: 'warning',
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'layerwise-bench-'));
  try {
    const file = path.join(folder, 'entry.mjs');
    await writeFile(file, outputFiles[0].contents);
    await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
