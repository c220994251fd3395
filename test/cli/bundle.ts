import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { bundles, copyPythonModules } from '../../esbuild.mjs';

/**
 * Builds bundles as the product does, into a folder of the test file's own, so that processes can be started from
 * them. The folder's path is there when the tests run. Without `kernels` they compute with the reference kernels.
 */
export function bundle(...names: ('cli' | 'trainer' | 'hdf5' | 'python' | 'describer' | 'kernels')[]): {
  path(name: string): string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-bundle-'));
  beforeAll(async () => {
    const wanted = bundles.filter(({ entryPoints }) => names.some(name => name in entryPoints));
    if (names.includes('python')) copyPythonModules(folder);
    if (names.includes('kernels')) copyKernels(folder);
    await Promise.all(wanted.map(options => build({ ...options, minify: false, outdir: folder })));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { path: name => join(folder, `${name}.js`) };
}

/** What test/setup.mjs has made. */
function copyKernels(folder: string): void {
  const dist = join(import.meta.dirname, '../../dist');
  const files = readdirSync(dist).filter(name => /^kernel(s\..*\.wasm|Thread\.js|Trial\.js)$/.test(name));
  for (const file of files) copyFileSync(join(dist, file), join(folder, file));
}
