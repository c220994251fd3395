import * as vscode from 'vscode';
import type { Span } from '../../core/problem';
import { notebookProgram } from '../../python/notebook';
import { rangeOf } from '../document/rangeOf';

/** A document, or a cell of a notebook, and where its text stands in the program. */
interface Part extends Span {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** The cell's place among all of its notebook, from 1. */
  readonly cell?: number;
}

export interface Place {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly cell?: number;
}

/** The text of a program as it was at a time: a file's, or that of all Python cells of a notebook in order. */
export class ProgramText {
  readonly text: string;
  readonly parts: readonly Part[];

  private constructor(text: string, parts: readonly Part[]) {
    this.text = text;
    this.parts = parts;
  }

  static ofDocument(document: vscode.TextDocument): ProgramText {
    const text = document.getText();
    return new ProgramText(text, [{ document, version: document.version, start: 0, end: text.length }]);
  }

  static ofNotebook(notebook: vscode.NotebookDocument): ProgramText {
    const cells = pythonCells(notebook);
    const program = notebookProgram(
      cells.map(({ index, document }) => ({ index, source: document.getText() })),
    );
    const parts = program.cells.map(({ index, start, end }, i) => {
      const { document } = cells[i]!;
      return { document, version: document.version, start, end, cell: index + 1 };
    });
    return new ProgramText(program.text, parts);
  }

  /** Whether all of it is still as it was. */
  sameAs(other: ProgramText): boolean {
    return (
      this.parts.length === other.parts.length &&
      this.parts.every(({ document, version }, i) => {
        const part = other.parts[i]!;
        return part.document === document && part.version === version;
      })
    );
  }

  /** Where a span stands; one that reaches over several cells is cut off at the end of its first. */
  placeOf({ start, end }: Span): Place | undefined {
    const part = this.parts.find(part => part.start <= start && start <= part.end);
    if (!part) return undefined;
    const { document, cell } = part;
    const span = { start: start - part.start, end: Math.min(end, part.end) - part.start };
    return { document, range: rangeOf(document, span), ...(cell !== undefined && { cell }) };
  }

  offsetOf(document: vscode.TextDocument, position: vscode.Position): number | undefined {
    const part = this.parts.find(part => part.document === document);
    return part && part.start + document.offsetAt(position);
  }
}

/** The cells of code whose language is Python. */
export function pythonCells(notebook: vscode.NotebookDocument): vscode.NotebookCell[] {
  return notebook
    .getCells()
    .filter(
      ({ kind, document }) => kind === vscode.NotebookCellKind.Code && document.languageId === 'python',
    );
}
