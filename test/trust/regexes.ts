import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

const root = join(import.meta.dirname, '../..');

/** A regular expression as it is written in a source file. */
export interface WrittenRegex {
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every literal in `src` and `webview`, each pattern once; from their syntax trees, since a slash may be anything. */
export function writtenRegexes(): WrittenRegex[] {
  const found = new Map<string, WrittenRegex>();
  for (const folder of ['src', 'webview']) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      const file = join(entry.parentPath, entry.name);
      // AssemblyScript has no regular expressions
      if (!entry.isFile() || !/\.ts$/.test(entry.name) || file.includes(join('src', 'wasm'))) continue;
      const text = readFileSync(file, 'utf8');
      collect(parseSync(file, text).program, ({ pattern, flags }, start) => {
        const line = text.slice(0, start).split('\n').length;
        const written = { place: `${relative(root, file)}:${line}`, pattern, flags };
        const key = `/${pattern}/${flags}`;
        if (!found.has(key)) found.set(key, written);
      });
    }
  }
  return [...found.values()];
}

function collect(
  node: unknown,
  add: (regex: { readonly pattern: string; readonly flags: string }, start: number) => void,
): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, add);
    return;
  }
  const { type, regex, start } = node as {
    type?: unknown;
    regex?: { pattern: string; flags: string };
    start: number;
  };
  if (type === 'Literal' && regex) add(regex, start);
  for (const each of Object.values(node)) collect(each, add);
}
