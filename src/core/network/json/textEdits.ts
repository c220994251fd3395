import type { TextEdit } from '../../problem';

/** The text after `edits`, which don't overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}

/** By their offset, and those that touch as one, so that no order between two edits at one place is left to chance. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort(
    (a, b) => a.offset - b.offset || (a.length > 0 ? 1 : 0) - (b.length > 0 ? 1 : 0),
  );
  const merged: TextEdit[] = [];
  for (const edit of sorted) {
    const before = merged.at(-1);
    if (before && before.offset + before.length === edit.offset) {
      merged[merged.length - 1] = {
        offset: before.offset,
        length: before.length + edit.length,
        text: before.text + edit.text,
      };
    } else merged.push(edit);
  }
  return merged.filter(({ length, text }) => length > 0 || text !== '');
}

/** A piece of a text made by edits: kept from the original, or new. */
type Piece = { readonly from: number; readonly length: number } | { readonly text: string };

/** The edits against the original that do first `first`, then `second`, which is against the text `first` makes. */
export function composeTextEdits(
  original: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  if (first.length === 0) return inOrder(second);
  const pieces = edited(edited([{ from: 0, length: original.length }], first), second);
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else if (piece.length > 0) {
      edits.push({ offset: at, length: piece.from - at, text });
      at = piece.from + piece.length;
      text = '';
    }
  }
  edits.push({ offset: at, length: original.length - at, text });
  return edits.flatMap(edit => shrink(original, edit));
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  const take = (until: number, keep: boolean) => {
    while (at < until) {
      const piece = rest.pop();
      if (!piece) return;
      const length = 'text' in piece ? piece.text.length : piece.length;
      const used = Math.min(length, until - at);
      const [head, tail] = cut(piece, used);
      if (keep) result.push(head);
      if (used < length) rest.push(tail);
      at += used;
    }
  };
  for (const edit of inOrder(edits)) {
    take(edit.offset, true);
    take(edit.offset + edit.length, false);
    result.push({ text: edit.text });
  }
  return [...result, ...rest.reverse()];
}

function cut(piece: Piece, at: number): [Piece, Piece] {
  return 'text' in piece
    ? [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }]
    : [
        { from: piece.from, length: at },
        { from: piece.from + at, length: piece.length - at },
      ];
}

/** The same edit without what it takes away only to put it back. */
function shrink(original: string, edit: TextEdit): TextEdit[] {
  const old = original.slice(edit.offset, edit.offset + edit.length);
  if (old === edit.text) return [];
  let start = 0;
  while (start < old.length && start < edit.text.length && old[start] === edit.text[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < edit.text.length - start &&
    old[old.length - 1 - end] === edit.text[edit.text.length - 1 - end]
  ) {
    end++;
  }
  return [
    {
      offset: edit.offset + start,
      length: old.length - start - end,
      text: edit.text.slice(start, edit.text.length - end),
    },
  ];
}
