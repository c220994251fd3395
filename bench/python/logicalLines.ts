/** The physical lines of one logical line of Python, first and last, from 1. */
export interface LogicalLine {
  readonly first: number;
  readonly last: number;
}

const token =
  /"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'''(?:\\[\s\S]|[^\\])*?(?:'''|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|#[^\n]*|[()[\]{}]|\\\r?\n|\n/g;

/** Where each statement begins and ends, as brackets, long strings and backslashes join lines (Python reference, 2.1). */
export function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let first = 1;
  let line = 1;
  let depth = 0;
  for (const [found] of text.matchAll(token)) {
    if (found === '\n') {
      if (depth === 0) {
        lines.push({ first, last: line });
        first = line + 1;
      }
      line++;
    } else if ('([{'.includes(found)) depth++;
    else if (')]}'.includes(found)) depth = Math.max(0, depth - 1);
    else line += found.split('\n').length - 1;
  }
  if (first <= line) lines.push({ first, last: line });
  return lines;
}
