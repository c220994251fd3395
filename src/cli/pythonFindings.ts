import { dirname, resolve } from 'node:path';
import { FileFault } from '../platform/fileFault';
import { nodeFiles } from '../platform/nodeFiles';
import { PythonFiles } from '../platform/pythonFiles';
import { pythonModules } from '../platform/pythonModules';
import { loadPython } from '../python/loadPython';
import { readNotebook } from '../python/notebook';
import type { PythonParser } from '../python/syntax/pythonParser';
import { type Finding, finding } from './finding';
import { lineColumns } from './lineColumns';
import { readText } from './readNetworkFile';

let parser: Promise<PythonParser> | undefined;

/** The problems of a Python file or a notebook, also against the headers of the data files that it names. */
export async function pythonFindings(name: string): Promise<Finding[]> {
  const { text, file } = await readText(name);
  const notebook = name.endsWith('.ipynb') ? readNotebook(text) : undefined;
  if (name.endsWith('.ipynb') && !notebook) throw new FileFault(`${name} isn’t a notebook.`, 'EINVAL');
  const { checkPython, pythonParser } = await loadPython();
  // the bundles and the parser's WebAssembly are in one folder
  parser ??= pythonModules(__dirname).then(pythonParser);
  const document = (await parser).open(notebook?.text ?? text);
  try {
    const files = new PythonFiles(nodeFiles(dirname(resolve(file))));
    let report = checkPython(document.module, { files });
    // what one file tells may lead to another, but not often
    for (let turn = 0; turn < 3 && (await files.read()); turn++)
      report = checkPython(document.module, { files });
    if (!notebook) {
      const place = lineColumns(text);
      return report.problems.map(problem => finding(name, problem, place));
    }
    return report.problems.flatMap(problem => {
      const cell = notebook.cells.find(
        ({ start, end }) => problem.span.start >= start && problem.span.start <= end,
      );
      if (!cell) return [];
      const place = lineColumns(notebook.text.slice(cell.start, cell.end));
      return [
        finding(name, problem, offset => place(Math.min(offset, cell.end) - cell.start), cell.index + 1),
      ];
    });
  } finally {
    document.dispose();
  }
}
