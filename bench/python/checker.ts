import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { lineColumns } from '../../src/cli/lineColumns';
import { checkPython } from '../../src/python/checkPython';
import { pythonParser } from '../../src/python/syntax/pythonParser';
import type { Finding } from './judge';

export interface Checked {
  readonly findings: readonly Finding[];
  /** To parse and check the text for the first time. */
  readonly first: Time;
  /** To do so again after a key in the middle of the text. */
  readonly edited: Time;
}

/** Milliseconds; those of the processor don't grow where others use the machine too. */
export interface Time {
  readonly clock: number;
  readonly processor: number;
}

/** The product's own checker in this process, with no files around the program. */
export async function checker(): Promise<(text: string) => Checked> {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  const parser = await pythonParser({
    runtime: await readFile(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: await readFile(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  return text => {
    const stopFirst = timer();
    const document = parser.open(text);
    const { problems } = checkPython(document.module);
    const first = stopFirst();
    const lineOf = lineColumns(text);
    // read before the edit, which moves what was parsed
    const findings = problems.map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      line: lineOf(span.start).line,
    }));
    const typed = withKeyTyped(text);
    const stopEdited = timer();
    checkPython(document.update(typed));
    const edited = stopEdited();
    document.dispose();
    return { findings, first, edited };
  };
}

function timer(): () => Time {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const clock = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    return { clock, processor: (user + system) / 1000 };
  };
}

/** The text with a blank typed at the end of its middle line. */
function withKeyTyped(text: string): string {
  const end = text.indexOf('\n', Math.floor(text.length / 2));
  const at = end < 0 ? text.length : end;
  return `${text.slice(0, at)} ${text.slice(at)}`;
}
