import * as vscode from 'vscode';
import type { HoverWords } from '../../python/marks/hover';
import type { Checker } from './checker';
import type { OpenPrograms } from './openPrograms';
import type { ProgramText } from './programText';
import { pythonSelector } from './pythonSelector';

/** The shape of the expression under the mouse, and where it comes from. */
export function pythonHovers(programs: OpenPrograms, checker: Checker): vscode.Disposable {
  return vscode.languages.registerHoverProvider(pythonSelector, {
    async provideHover(document, position, token) {
      const program = await programs.whenChecked(document, token);
      const offset = program?.checked.text.offsetOf(document, position);
      if (!program || offset === undefined) return undefined;
      const { text, check } = program.checked;
      const hover = await checker.hover(program.id, check.id, offset);
      const place = hover && text.placeOf(hover.span);
      return place && new vscode.Hover(wordsOf(hover, text, document), place.range);
    },
  });
}

function wordsOf(
  { line, reasons }: HoverWords,
  text: ProgramText,
  document: vscode.TextDocument,
): vscode.MarkdownString {
  const words = new vscode.MarkdownString().appendCodeblock(line, 'python');
  for (const reason of reasons) {
    const parts = [
      // of the expression itself the line above says it
      ...(line.startsWith(`${reason.line}:`) ? [] : [`\`${reason.line.replaceAll('`', '')}\``]),
      ...(reason.words ? [escaped(reason.words)] : []),
      ...(reason.span ? [whereOf(reason.span, text, document)] : []),
    ];
    words.appendMarkdown(`\n\n${parts.join(', ')}`);
  }
  return words;
}

/** `from line 12`, as a link where there is a file to open. */
function whereOf(
  span: { readonly start: number; readonly end: number },
  text: ProgramText,
  document: vscode.TextDocument,
): string {
  const place = text.placeOf(span);
  if (!place) return '';
  const { line, character } = place.range.start;
  const words = `line ${line + 1}`;
  if (place.cell !== undefined) {
    return place.document === document ? `from ${words}` : `from cell ${place.cell}, ${words}`;
  }
  const { uri } = place.document;
  if (uri.scheme === 'untitled') return `from ${words}`;
  return `from [${words}](${uri.with({ fragment: `L${line + 1},${character + 1}` })})`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, '\\$&');
}
