import type { Span } from '../../problem';

/** A list in a text: the fields of an object or the items of an array. */
export interface WrittenList {
  readonly text: string;
  /** Where its opening bracket stands, and its closing one (the end of the text where that is missing). */
  readonly open: number;
  readonly close: number;
  readonly items: readonly Span[];
}

/** Where an item stands, with what belongs to it. */
export interface Place {
  readonly span: Span;
  /** The offset of the comma after it, if there is one. */
  readonly comma: number | undefined;
  /** After its comma and, where items have lines of their own, after a comment on its line. */
  readonly end: number;
}

export interface ListLayout {
  /** Whether each item begins a line, and nothing but its comma and comments follows it there. */
  readonly lines: boolean;
  readonly places: readonly Place[];
}

export function listLayout(list: WrittenList): ListLayout {
  const { text, items, open, close } = list;
  const commas = items.map((span, i) => commaAfter(text, span.end, items[i + 1]?.start ?? close));
  const lines =
    items.length > 0 &&
    items.every(
      ({ start, end }, i) =>
        lineStart(text, start) > open &&
        isSpace(text, lineStart(text, start), start) &&
        !text.slice(end, commas[i] ?? end).includes('\n'),
    ) &&
    lineStart(text, close) > items.at(-1)!.end;
  return {
    lines,
    places: items.map((span, i) => {
      const comma = commas[i];
      const after = comma === undefined ? span.end : comma + 1;
      return { span, comma, end: lines ? commentEnd(text, after, items[i + 1]?.start ?? close) : after };
    }),
  };
}

export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** After the line break that follows `offset`, where only space stands before it; else `offset`. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end >= 0 && isSpace(text, offset, end) ? end + 1 : offset;
}

/** The space that the line of `offset` begins with. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

export function isSpace(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!' \t\r\n'.includes(text[i]!)) return false;
  return true;
}

/** The comma between `from` and `limit`, past comments. */
function commaAfter(text: string, from: number, limit: number): number | undefined {
  for (let i = from; i < limit; i++) {
    const comment = skipComment(text, i, limit);
    if (comment !== undefined) i = comment - 1;
    else if (text[i] === ',') return i;
  }
  return undefined;
}

/** After the comments that follow `from` on its line. */
function commentEnd(text: string, from: number, limit: number): number {
  let end = from;
  for (let i = from; i < limit && text[i] !== '\n'; ) {
    const comment = skipComment(text, i, limit);
    if (comment === undefined) i++;
    else if (text.slice(i, comment).includes('\n')) return end;
    else i = end = comment;
  }
  return end;
}

/** After the comment that begins at `at`, its line break not included; undefined where none begins there. */
function skipComment(text: string, at: number, limit: number): number | undefined {
  if (text[at] !== '/') return undefined;
  if (text[at + 1] === '/') {
    const end = text.indexOf('\n', at);
    if (end < 0 || end > limit) return limit;
    return text[end - 1] === '\r' ? end - 1 : end;
  }
  if (text[at + 1] !== '*') return undefined;
  const end = text.indexOf('*/', at + 2);
  return end < 0 || end + 2 > limit ? limit : end + 2;
}
