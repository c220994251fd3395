import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles `driver.ts` with the settings of the training process's bundle, beside a copy of `dist` in `folder`, so that
 * what the engine loads at run time is where it expects it, and nothing of the bench gets into the package.
 *
 * @returns {Promise<string>} the path of the bundle, a CommonJS module
 */
export async function buildEngine(folder) {
  const dist = path.join(root, 'dist');
  if (fs.existsSync(dist)) fs.cpSync(dist, folder, { recursive: true });
  const trainer = bundles.find(({ entryPoints }) => 'trainer' in entryPoints);
  await build({
    ...trainer,
    entryPoints: { bench: path.join(import.meta.dirname, 'driver.ts') },
    outdir: folder,
    absWorkingDir: root,
  });
  return path.join(folder, 'bench.js');
}
