import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../esbuild.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** The files that a bundle is made of, with the bytes that each takes of it. */
async function inputsOf(name: string): Promise<Readonly<Record<string, { bytesInOutput: number }>>> {
  const bundle = bundles.find(({ entryPoints }) => name in entryPoints);
  const { metafile } = await build({
    ...bundle,
    minify: true,
    sourcemap: false,
    write: false,
    metafile: true,
    outdir: 'out',
    absWorkingDir: root,
  });
  return metafile.outputs[`out/${name}.js`]!.inputs;
}

// what is loaded when a window opens is small: a library that is taken as a whole shows here first
test.each([
  ['extension', 560_000],
  ['webview', 840_000],
])('the bundle %s takes no more than it needs', async (name, most) => {
  const inputs = await inputsOf(name);
  const locales = Object.keys(inputs).filter(
    file => file.includes('zod/v4/locales') && inputs[file]!.bytesInOutput > 0,
  );
  expect(locales.map(file => path.basename(file))).toEqual(['en.js']);
  const bytes = Object.values(inputs).reduce((sum, { bytesInOutput }) => sum + bytesInOutput, 0);
  expect(bytes).toBeLessThan(most);
});
