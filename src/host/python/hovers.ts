import * as vscode from 'vscode';
import type { Span } from '../../core/problem';
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
    const where = reason.span && placeWords(reason.span, text, document);
    const why = [
      ...(reason.words ? [escaped(reason.words)] : []),
      ...(where ? [reason.words ? where : `from ${where}`] : []),
    ].join(', ');
    // of the expression itself the line above says it
    const own = line.startsWith(`${reason.line}:`);
    const sentence = own
      ? why.charAt(0).toUpperCase() + why.slice(1)
      : [`\`${reason.line.replaceAll('`', '')}\``, why].filter(Boolean).join(', ');
    words.appendMarkdown(`\n\n${sentence}`);
  }
  return words;
}

/** `line 12`, as a link where there is a file to open. */
function placeWords(span: Span, text: ProgramText, document: vscode.TextDocument): string | undefined {
  const place = text.placeOf(span);
  if (!place) return undefined;
  const { line, character } = place.range.start;
  const words = `line ${line + 1}`;
  if (place.cell !== undefined) {
    return place.document === document ? words : `cell ${place.cell}, ${words}`;
  }
  const { uri } = place.document;
  if (uri.scheme === 'untitled') return words;
  return `[${words}](${uri.with({ fragment: `L${line + 1},${character + 1}` })})`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, '\\$&');
}
