import type { Span, TextEdit } from '../core/problem';

/**
 * The edit that leaves a problem out by a comment at the end of its line: the first of its lines that can have one, or
 * the comment that is there already. Undefined where none can.
 */
export function ignoreLine(
  text: string,
  { code, span }: { readonly code: string; readonly span: Span },
): TextEdit | undefined {
  const first = lineStart(text, span.start);
  for (const offset of [span.start, span.end]) {
    const start = lineStart(text, offset);
    const next = text.indexOf('\n', offset);
    const line = text.slice(start, next < 0 ? text.length : next).trimEnd();
    const end = start + line.length;
    // nothing may stand behind a backslash, and within a text of several lines a comment is none
    if (line.endsWith('\\') || isInText(text.slice(first, end))) continue;
    const said = /#\s*layerwise:\s*ignore\[([\w\s,-]*)(?=\])/.exec(line);
    if (said) {
      return {
        offset: start + said.index + said[0].length,
        length: 0,
        text: said[1]!.trim() ? `, ${code}` : code,
      };
    }
    return { offset: end, length: 0, text: `  # layerwise: ignore[${code}]` };
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether lines end within a text in three quotes that begins on them. */
function isInText(lines: string): boolean {
  return [...lines.matchAll(/"""|'''/g)].length % 2 === 1;
}
