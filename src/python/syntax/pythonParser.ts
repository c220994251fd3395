import { Language, Parser } from 'web-tree-sitter';
import { PythonDocument } from './pythonDocument';
import { type Grammar, tokenOf } from './rawTree';

/** The two WebAssembly modules, as bytes: tree-sitter's own and its grammar of Python. */
export interface ParserBytes {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Makes documents; one is enough for a process. */
export interface PythonParser {
  open(text: string): PythonDocument;
}

/** Rejects only where the bytes aren't the modules they should be. */
export async function pythonParser({ runtime, grammar }: ParserBytes): Promise<PythonParser> {
  await Parser.init({ wasmBinary: runtime.slice().buffer });
  const language = await Language.load(grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  const { types, fields } = language;
  const names: Grammar = {
    types,
    fields,
    named: types.map((_, id) => language.nodeTypeIsNamed(id)),
    tokens: types.map(tokenOf),
  };
  return { open: text => new PythonDocument(parser, names, text) };
}
