import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PythonParser, pythonParser } from '../../src/python/syntax/pythonParser';

const modules = path.resolve(import.meta.dirname, '../../node_modules');

let parser: Promise<PythonParser> | undefined;

/** The parser with the WebAssembly that the packages hold; once for all tests of a file. */
export function openParser(): Promise<PythonParser> {
  parser ??= Promise.all([
    readFile(path.join(modules, 'web-tree-sitter/web-tree-sitter.wasm')),
    readFile(path.join(modules, 'tree-sitter-python/tree-sitter-python.wasm')),
  ]).then(([runtime, grammar]) => pythonParser({ runtime, grammar }));
  return parser;
}
