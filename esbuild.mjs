// Bundles the extension. One row a bundle; `node esbuild.mjs --watch` rebuilds on save.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { buildKernels } from './scripts/kernels.mjs';
import { noticesText, thirdParties } from './scripts/thirdParty.mjs';

const watch = process.argv.includes('--watch');
const minify = !watch && !process.argv.includes('--dev');

const shared = {
  bundle: true,
  minify,
  sourcemap: watch ? 'inline' : false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};
// jsonc-parser's `main` hides its parts from a bundler; its `module` doesn't
const mainFields = ['module', 'main'];
// zod asks which host it is in; VS Code reports an extension that reads this global as a fault
const define = { navigator: 'undefined' };
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields,
  define,
  outdir: 'dist',
};
const browser = { ...shared, platform: 'browser', format: 'iife', outdir: 'dist' };

/** Readers of files that only those pay for who open such a file. */
const readers = ['./hdf5.js', './pictures.js', './parquet.js'];

export const bundles = [
  // loaded at activation, so it holds no reader and no engine: those are in `trainer`
  {
    ...node,
    entryPoints: { extension: 'src/host/extension.ts' },
    external: ['vscode', './python.js', ...readers],
  },
  { ...node, entryPoints: { trainer: 'src/trainer/main.ts' }, external: readers },
  { ...node, entryPoints: { kernelThread: 'src/platform/kernels/kernelThread.ts' } },
  { ...node, entryPoints: { kernelTrial: 'src/platform/kernels/trialProcess.ts' } },
  { ...node, entryPoints: { describer: 'src/describer/main.ts' }, external: readers },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    external: ['./python.js', ...readers],
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: { pythonChecker: 'src/pythonChecker/main.ts' }, external: ['./python.js'] },
  // h5wasm carries its WebAssembly inside: 5 MB that only HDF5 files pay for
  { ...node, entryPoints: { hdf5: 'src/data/hdf5/hdf5.ts' } },
  // the decoders of pictures, with their WebAssembly inside
  {
    ...node,
    entryPoints: { pictures: 'src/data/images/pictures.ts' },
    loader: { '.wasm': 'binary' },
    // the libraries ask for an address of their own, which a bundle doesn't have and they don't need
    logOverride: { 'empty-import-meta': 'silent' },
  },
  { ...node, entryPoints: { parquet: 'src/data/parquet/parquet.ts' } },
  // the checker of Python with its parser, for those that open a Python file; pure, so the web's host takes it too
  {
    ...node,
    entryPoints: { python: 'src/python/python.ts' },
    // its module for import asks for its own address, which a bundle doesn't have
    alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' },
  },
  {
    ...browser,
    entryPoints: { webview: 'webview/main.ts', designer: 'webview/designer.css' },
    loader: { '.ttf': 'dataurl' },
  },
];

/** The parser's WebAssembly, which `python.js` is given as bytes. */
export const pythonModules = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
];

export function copyPythonModules(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of pythonModules) {
    copyFileSync(
      path.join(import.meta.dirname, 'node_modules', file),
      path.join(folder, path.basename(file)),
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  copyPythonModules(path.join(import.meta.dirname, 'dist'));
  if (watch) {
    await buildKernels();
    for (const options of bundles) await (await context(options)).watch();
    console.log('watching');
  } else {
    const [built] = await Promise.all([
      Promise.all(bundles.map(options => build({ ...options, metafile: true }))),
      buildKernels(),
    ]);
    const packages = thirdParties(
      built.map(({ metafile }) => metafile),
      pythonModules,
    );
    const folder = path.join(import.meta.dirname, 'dist');
    writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesText(packages));
    writeFileSync(path.join(folder, 'third-parties.json'), JSON.stringify(packages, undefined, 2));
  }
}
