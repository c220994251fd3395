import type { TextEdit } from '../../problem';
import { indentOf, isSpace, lineEnd, lineStart, listLayout, type WrittenList } from './writtenList';

/** An item of the list as it shall be: the one that stands at an index now, or new text. */
export type Item = number | string;

/** The layout of a list that has no item yet. */
export interface EmptyLayout {
  readonly eol: string;
  /** The indentation of an item on a line of its own; undefined keeps the list on one line. */
  readonly indent: string | undefined;
  /** Between bracket and item on one line: a space in `{ "x": 1 }`, nothing in `[1]`. */
  readonly padding: string;
  /** Between two items on one line, after the comma. */
  readonly space: string;
}

/**
 * The edits that make a list hold `wanted`, with commas, lines and indentation as its neighbours have them. Items that
 * keep their order are not touched; a moved or removed one takes along the comment after it on its line.
 */
export function rewriteList(list: WrittenList, wanted: readonly Item[], empty: EmptyLayout): TextEdit[] {
  const { text, items, open, close } = list;
  const { lines, places } = listLayout(list);
  const staying = longestRun(wanted.filter(item => typeof item === 'number'));
  const stay = new Set(staying);
  if (items.length === 0) return wanted.length > 0 ? [fill(list, wanted.map(String), empty)] : [];
  if (wanted.length === 0) {
    const gaps = [open + 1, ...places.map(({ end }) => end)];
    const bare = gaps.every((start, i) => isSpace(text, start, items[i]?.start ?? close));
    if (bare) return [{ offset: open + 1, length: close - open - 1, text: '' }];
  }

  const edits: TextEdit[] = [];
  const remove = (start: number, end: number) => edits.push({ offset: start, length: end - start, text: '' });
  const insert = (offset: number, text: string) => edits.push({ offset, length: 0, text });
  const lastStaying = staying.at(-1) ?? -1;

  places.forEach(({ span, comma, end }, i) => {
    if (stay.has(i)) return;
    if (lines) {
      remove(lineStart(text, span.start), lineEnd(text, end));
      return;
    }
    // on one line: with the space after it, or before it where none of the later items stays
    const before = places[i - 1]?.end ?? span.start;
    const from = i > lastStaying && isSpace(text, before, span.start) ? before : span.start;
    if (comma !== undefined && !isSpace(text, span.end, comma)) {
      remove(from, span.end);
      remove(comma, comma + 1);
      return;
    }
    const next = items[i + 1]?.start;
    remove(from, next !== undefined && i < lastStaying && isSpace(text, end, next) ? next : end);
  });

  const indent = indentOf(text, items[0]!.start);
  const second = items[1]?.start ?? 0;
  const between = text.slice(places[0]!.end, second);
  const space = second > 0 && /^ *$/.test(between) ? between : empty.space;
  const trailing = places.at(-1)!.comma !== undefined;
  let anchor: number | undefined;
  let pending: string[] = [];
  const flush = (before: number | undefined) => {
    if (pending.length === 0) return;
    if (anchor !== undefined) {
      insert(places[anchor]!.end, pending.map(item => (lines ? empty.eol + indent : space) + item).join(''));
    } else {
      const { start } = places[before ?? 0]!.span;
      if (lines) insert(lineStart(text, start), pending.map(item => indent + item + empty.eol).join(''));
      else insert(start, pending.join(space) + (before === undefined ? '' : space));
    }
    pending = [];
  };
  wanted.forEach((item, i) => {
    const comma = i < wanted.length - 1 || trailing ? ',' : '';
    if (typeof item === 'number' && stay.has(item)) {
      flush(item);
      const place = places[item]!;
      if (comma && place.comma === undefined) insert(place.span.end, ',');
      if (!comma && place.comma !== undefined) remove(place.comma, place.comma + 1);
      anchor = item;
    } else if (typeof item === 'number') {
      const { span, comma: own, end } = places[item]!;
      const comment = lines
        ? text.slice(span.end, own ?? end) + (own === undefined ? '' : text.slice(own + 1, end))
        : '';
      pending.push(text.slice(span.start, span.end) + comma + comment);
    } else pending.push(item + comma);
  });
  flush(undefined);
  return edits;
}

/** The first items of an empty list; comments in it stay. */
function fill({ text, open, close }: WrittenList, wanted: readonly string[], empty: EmptyLayout): TextEdit {
  const bare = isSpace(text, open + 1, close);
  const length = bare ? close - open - 1 : 0;
  const { eol, indent, padding, space } = empty;
  if (indent === undefined) {
    return { offset: open + 1, length, text: padding + wanted.join(`,${space}`) + (bare ? padding : '') };
  }
  const outer = bare ? eol + indentOf(text, open) : '';
  return { offset: open + 1, length, text: wanted.map(item => eol + indent + item).join(',') + outer };
}

/** The longest increasing run of `order`: the items that can stay where they are. */
function longestRun(order: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  order.forEach((value, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const run: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) run.push(order[i]!);
  return run.reverse();
}
