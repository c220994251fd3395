import type { Parser, Point, Tree } from 'web-tree-sitter';
import { Edit } from 'web-tree-sitter';
import type { Comment, Module, Statement } from './ast';
import { moveBy } from './moveBy';
import { type RawNode, rawTree } from './rawTree';
import { readStatement } from './readStatement';

/** A statement of the top level with the comments in it, as it was read at its place. */
interface Cached {
  readonly statement: Statement;
  readonly comments: readonly Comment[];
  at: number;
}

/** A text of Python under change. What an edit doesn't touch is neither parsed nor copied again. */
export class PythonDocument {
  readonly #parser: Parser;
  #tree: Tree | undefined;
  #text = '';
  #module: Module | undefined;
  #cache = new Map<string, Cached[]>();

  constructor(parser: Parser, text: string) {
    this.#parser = parser;
    this.update(text);
  }

  get module(): Module {
    return this.#module!;
  }

  /** Takes the text as it is now. The module before it must not be read any more. */
  update(text: string): Module {
    if (this.#module && text === this.#text) return this.#module;
    if (this.#tree) this.#tree.edit(editBetween(this.#text, text));
    const tree = this.#parser.parse(text, this.#tree ?? null);
    this.#tree?.delete();
    this.#tree = tree ?? undefined;
    this.#text = text;
    this.#module = this.#read(text);
    return this.#module;
  }

  /** Gives the memory in WebAssembly back. */
  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
  }

  #read(text: string): Module {
    const body: Statement[] = [];
    const comments: Comment[] = [];
    const kept = new Map<string, Cached[]>();
    const cursor = this.#tree?.walk();
    if (cursor?.gotoFirstChild()) {
      do {
        const [start, end] = [cursor.startIndex, cursor.endIndex];
        if (cursor.nodeType === 'comment') {
          comments.push({ start, end, text: text.slice(start, end) });
          continue;
        }
        if (!cursor.nodeIsNamed) continue;
        const source = text.slice(start, end);
        let found = this.#cache.get(source)?.pop();
        if (found) {
          moveBy(found, start - found.at);
          found.at = start;
        } else {
          const inside: Comment[] = [];
          const raw: RawNode = rawTree(cursor, inside, text);
          found = { statement: readStatement(raw, text), comments: inside, at: start };
        }
        body.push(found.statement);
        comments.push(...found.comments);
        const same = kept.get(source);
        if (same) same.push(found);
        else kept.set(source, [found]);
      } while (cursor.gotoNextSibling());
    }
    cursor?.delete();
    this.#cache = kept;
    return { text, body, comments };
  }
}

/** The one stretch in which two texts differ, as the parser wants it told. */
function editBetween(before: string, after: string): Edit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < limit - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return new Edit({
    startIndex: start,
    oldEndIndex: before.length - tail,
    newEndIndex: after.length - tail,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, before.length - tail),
    newEndPosition: pointAt(after, after.length - tail),
  });
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let from = 0;
  for (;;) {
    const next = text.indexOf('\n', from);
    if (next < 0 || next >= offset) return { row, column: offset - from };
    row++;
    from = next + 1;
  }
}
