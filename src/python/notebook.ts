import type { Span } from '../core/problem';

/** The Python of a notebook as one program. */
export interface NotebookProgram {
  readonly text: string;
  readonly cells: readonly NotebookCell[];
}

/** A cell of code: where its source stands in the program. */
export interface NotebookCell extends Span {
  /** Among all cells of the notebook, from 0. */
  readonly index: number;
}

/** Joins cells of code, in order, a line end between two. Lines for the shell or for IPython become comments. */
export function notebookProgram(
  sources: readonly { readonly index: number; readonly source: string }[],
): NotebookProgram {
  const cells: NotebookCell[] = [];
  let text = '';
  for (const { index, source } of sources) {
    const start = text.length;
    // of the same length, so that places stay
    text += source.startsWith('%%')
      ? source.replace(/[^\n\r]/g, '#')
      : source.replace(/^([ \t]*)[%!?]/gm, '$1#');
    cells.push({ index, start, end: text.length });
    text += '\n';
  }
  return { text, cells };
}

/** The cells of code in the text of an `.ipynb`; undefined where it isn't one. */
export function readNotebook(text: string): NotebookProgram | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const written = (read as { cells?: unknown } | null)?.cells;
  if (!Array.isArray(written)) return undefined;
  return notebookProgram(
    written.flatMap((cell: unknown, index) => {
      const { cell_type: type, source } = (cell ?? {}) as { cell_type?: unknown; source?: unknown };
      if (type !== 'code') return [];
      const lines = Array.isArray(source) ? source.join('') : source;
      return typeof lines === 'string' ? [{ index, source: lines }] : [];
    }),
  );
}
