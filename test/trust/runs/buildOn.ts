import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundles } from '../../../esbuild.mjs';

/**
 * Bundles `entry` of this folder as the product is bundled, but on the file system that `files` of this folder exports in
 * the place of node:fs/promises: the product itself has nothing that a test could switch.
 */
export async function buildOn(files: string, entry: string, folder: string): Promise<string> {
  const replacement = join(import.meta.dirname, files);
  const replaced: Plugin = {
    name: 'replaced files',
    setup({ onResolve }) {
      onResolve({ filter: /^node:fs\/promises$/ }, ({ importer }) =>
        importer === replacement ? undefined : { path: replacement },
      );
    },
  };
  const trainer = bundles.find(({ entryPoints }) => 'trainer' in entryPoints)!;
  const name = entry.replace(/\.ts$/, '');
  await build({
    ...trainer,
    entryPoints: { [name]: join(import.meta.dirname, entry) },
    plugins: [replaced],
    minify: false,
    outdir: folder,
  });
  return join(folder, `${name}.js`);
}
