import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What the generators read, from the TypeScript itself. */
const ENTRY = `
export { activations } from './src/core/activations';
export { calls } from './src/core/kernels/calls/all';
export { initializers } from './src/core/initializers';
export { layers } from './src/core/layers';
export { losses } from './src/core/losses';
export { optimizers } from './src/core/optimizers';
export { augmentations } from './src/core/augmentations';
export { schedules } from './src/core/schedules';
export { networkSchema, dataSchema, trainingSchema } from './src/core/network/schema';
export { rules } from './src/core/network/rules';
export { readingFaults } from './src/core/network/reading/readingFaults';
export { dataFaultCodes } from './src/core/network/dataFaultCodes';
export { generators } from './src/data/generators';
export { libraries as pythonLibraries } from './src/python/libraries';
export { rules as pythonRules } from './src/python/rules';
export { commandContributions } from './src/protocol/commands';
export * as z from 'zod';
`;

/** Bundles the entry and imports it. */
export async function loadSource(root) {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'layerwise-gen-'));
  try {
    const file = path.join(folder, 'source.mjs');
    await writeFile(file, outputFiles[0].contents);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
