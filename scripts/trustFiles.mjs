import fs from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/**
 * The test files below `folder`, by their paths from here, that have all `words` in what stands behind it. By name, since
 * Vitest's `--dir` would leave out all that the settings include by a path from here.
 *
 * @param {string} folder
 * @param {string[]} words
 * @returns {string[]}
 */
export function trustFiles(folder, words) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map(name => String(name).replaceAll(path.sep, '/'))
    .filter(name => name.endsWith('.test.ts') && words.every(word => name.includes(word)))
    .map(name => `${folder}/${name}`)
    .sort();
}
