import type {
  CheckedProgram,
  FromPythonChecker,
  KnownFiles,
  ToPythonChecker,
} from '../protocol/pythonChecker';
import type { PythonReport } from '../python/checkPython';
import type { loadPython } from '../python/loadPython';
import type { PythonDocument } from '../python/syntax/pythonDocument';
import type { PythonParser } from '../python/syntax/pythonParser';

type Python = Awaited<ReturnType<typeof loadPython>>;

interface Held {
  readonly document: PythonDocument;
  check: number;
  report: PythonReport;
}

/** The programs that are open in the editor, each with its last check. */
export class Programs {
  readonly #python: Python;
  readonly #parser: PythonParser;
  readonly #held = new Map<string, Held>();

  constructor(python: Python, parser: PythonParser) {
    this.#python = python;
    this.#parser = parser;
  }

  answer(message: ToPythonChecker): FromPythonChecker | undefined {
    const held = this.#held.get(message.program);
    if (message.type === 'close') {
      held?.document.dispose();
      this.#held.delete(message.program);
      return undefined;
    }
    const { type, id } = message;
    if (type === 'check') return { type: 'checked', id, checked: this.#check(message, held) };
    const asked = held?.check === message.check ? held : undefined;
    const { hoverAt, hintsIn } = this.#python;
    if (type === 'hover') {
      return { type, id, hover: asked && hoverAt(asked.document.module, asked.report, message.offset) };
    }
    return { type, id, hints: asked && hintsIn(asked.document.module, asked.report, message, message.all) };
  }

  #check(
    { id, program, text, files }: Extract<ToPythonChecker, { type: 'check' }>,
    held: Held | undefined,
  ): CheckedProgram {
    const document = held?.document ?? this.#parser.open(text);
    document.update(text);
    const asked = new Set<string>();
    const report = this.#python.checkPython(document.module, { files: toldFiles(files, asked) });
    this.#held.set(program, { document, check: id, report });
    return {
      problems: report.problems,
      models: this.#python.findModels(document.module, report),
      files: [...asked],
    };
  }
}

function toldFiles(known: KnownFiles, asked: Set<string>) {
  return {
    describe(path: string) {
      asked.add(path);
      return known.get(path);
    },
  };
}
