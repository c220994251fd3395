import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParserBytes } from '../python/syntax/pythonParser';

/** The parser's WebAssembly, from the folder of the bundles. */
export async function pythonModules(folder: string): Promise<ParserBytes> {
  const [runtime, grammar] = await Promise.all(
    ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'].map(name => readFile(join(folder, name))),
  );
  return { runtime: runtime!, grammar: grammar! };
}
