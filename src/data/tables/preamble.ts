import type { TableOptions } from '../readers/reader';
import { delimiterOf, splitRows } from './delimiter';
import { looksLikeHeader } from './looksLikeHeader';

/** What stands before the rows of a text. */
export interface Preamble {
  /** Lines before the first row, which may be that of the names. */
  readonly skip: number;
  readonly delimiter: string;
  /** The lines that are comments. */
  readonly comments: readonly string[];
  /** The names, where their row begins with the mark of a comment, as NumPy writes it: `# a,b`. */
  readonly names?: readonly string[];
}

const separator = /^"?sep=(.)"?\s*$/i;
const rowsLookedAt = 50;

/** Whether a line is one if it isn't shaped like a row. */
export const isComment = (line: string) => /^\s*[#%]/.test(line);

/** Finds the first row of a text by its first lines: behind the `sep=;` of Excel and comments; and what parts its columns. */
export function preambleOf(head: string, options: TableOptions): Preamble {
  const lines = head.split('\n');
  let skip = blanksFrom(lines, 0);
  const named = separator.exec(lines[skip] ?? '')?.[1];
  if (named !== undefined) skip++;
  let end = skip;
  while (end < lines.length && (isComment(lines[end]!) || lines[end]!.trim() === '')) end++;
  const comments = lines.slice(skip, end).filter(isComment);
  // where every line begins so, it is no mark of comments
  const body =
    end < lines.length ? lines.slice(end, end + rowsLookedAt).join('\n') : lines.slice(skip).join('\n');
  const delimiter = options.delimiter ?? named ?? expectedDelimiter(body, options) ?? delimiterOf(body);
  const none = { skip, delimiter, comments: [] };
  if (comments.length === 0 || end >= lines.length) return none;

  const rows = splitRows(body, delimiter);
  const width = rows[Math.min(1, rows.length - 1)]!.length;
  const marked = comments.map(line => splitRows(unmarked(line), delimiter)[0] ?? []);
  const alike = marked.filter(({ length }) => length === width);
  if (alike.length > 1 && alike.length === marked.length) return none;
  const last = marked.at(-1)!;
  if (last.length !== width) return { ...none, skip: end, comments };
  const isHeader = looksLikeHeader([last, ...rows]);
  if (looksLikeHeader(rows) && !(isHeader && width === 1)) return { ...none, skip: end, comments };
  if (!isHeader) return comments.length > 1 ? { ...none, skip: end, comments } : none;
  return {
    ...none,
    skip: lines.lastIndexOf(comments.at(-1)!, end),
    comments: comments.slice(0, -1),
    names: last,
  };
}

/** What is expected to part the columns, where the first row agrees. */
function expectedDelimiter(body: string, { expected }: TableOptions): string | undefined {
  if (!expected?.delimiter) return undefined;
  const [first] = splitRows(body, expected.delimiter);
  const isIt =
    first?.some(cell => expected.names.includes(cell.trim())) ||
    expected.orders?.some(({ length }) => length === first?.length && length > 1);
  return isIt ? expected.delimiter : undefined;
}

function blanksFrom(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() === '') at++;
  return at;
}

/** A line without its mark, unless that is all there is of its first cell. */
const unmarked = (line: string) => line.replace(/^\s*[#%]+[ \t]*(?=[^,;|\t])/, '');
