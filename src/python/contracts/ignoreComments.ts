import type { Problem } from '../../core/problem';
import type { Module } from '../syntax/ast';

/** Whether a comment says to leave a problem out: `# layerwise: ignore`, or `# layerwise: ignore[code, code]`. */
export function ignoredCodes({ text, comments }: Module): (problem: Problem) => boolean {
  const lines = new Map<number, readonly string[]>();
  for (const comment of comments) {
    const said = /#\s*layerwise:\s*ignore(?:\[([\w\s,-]*)\])?/.exec(comment.text);
    if (said) lines.set(lineStart(text, comment.start), said[1]?.split(',').map(code => code.trim()) ?? []);
  }
  if (lines.size === 0) return () => false;
  return ({ span, code }) => {
    // on the first line of it or on its last, whatever line it begins on
    return [span.start, span.end].some(offset => {
      const codes = lines.get(lineStart(text, offset));
      return codes !== undefined && (codes.length === 0 || codes.includes(code));
    });
  };
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
