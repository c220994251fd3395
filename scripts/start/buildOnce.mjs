import fs from 'node:fs';
import path from 'node:path';
import { step } from '../step.mjs';

/** What the bundles are made from. */
const SOURCES = ['src', 'webview', 'esbuild.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Builds the extension, unless nothing has changed since that went well the last time. */
export async function buildOnce(root) {
  const mark = path.join(root, '.vscode-test/built');
  const built = fs.existsSync(path.join(root, 'dist')) ? changed(mark) : 0;
  if (built > Math.max(...SOURCES.map(source => changed(path.join(root, source))))) return;
  if (!(await step('build', ['esbuild.mjs']))) throw new Error('The build failed.');
  fs.mkdirSync(path.dirname(mark), { recursive: true });
  fs.writeFileSync(mark, '');
}

/** When a file, or anything in a folder, was changed last, in milliseconds. (A removed file changes its folder.) */
function changed(place) {
  const found = fs.statSync(place, { throwIfNoEntry: false });
  if (!found) return 0;
  const inside = found.isDirectory()
    ? fs.readdirSync(place).map(name => changed(path.join(place, name)))
    : [];
  return Math.max(found.mtimeMs, ...inside);
}
