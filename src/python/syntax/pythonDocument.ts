import type { Parser, Point, Tree } from 'web-tree-sitter';
import { Edit } from 'web-tree-sitter';
import type { Comment, Module, Statement } from './ast';
import { moveBy } from './moveBy';
import { type Grammar, type RawNode, rawTree } from './rawTree';
import { readStatement } from './readStatement';

/** A statement of the top level with the comments in it, as it was read at its place. */
interface Cached {
  readonly statement: Statement;
  readonly comments: readonly Comment[];
  /** The grammar's number of its kind: beside a fault, a name may stand there without being a statement. */
  readonly type: number;
  at: number;
}

/** A text of Python under change. What an edit doesn't touch is neither parsed nor copied again. */
export class PythonDocument {
  readonly #parser: Parser;
  readonly #grammar: Grammar;
  #tree: Tree | undefined;
  #text = '';
  #module: Module | undefined;
  #cache = new Map<string, Cached[]>();

  constructor(parser: Parser, grammar: Grammar, text: string) {
    this.#parser = parser;
    this.#grammar = grammar;
    this.update(text);
  }

  get module(): Module {
    return this.#module!;
  }

  /** Takes the text as it is now. The module before it must not be read any more. */
  update(text: string): Module {
    if (this.#module && text === this.#text) return this.#module;
    if (this.#tree) this.#tree.edit(editBetween(this.#text, text));
    let tree = this.#parser.parse(text, this.#tree ?? null);
    if (this.#tree && tree?.rootNode.hasError) {
      // where the parser has to guess, it guesses otherwise from an older tree: what is found must not depend on that
      tree.delete();
      tree = this.#parser.parse(text);
    }
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
    const found: Found = { body: [], comments: [], kept: new Map(), repairs: mostRepairs };
    if (this.#tree) this.#walk(this.#tree, text, 0, found);
    this.#cache = found.kept;
    return { text, body: found.body, comments: found.comments, document: this };
  }

  /** Takes the statements of a tree, whose text begins at `base` in the whole. */
  #walk(tree: Tree, text: string, base: number, found: Found): void {
    const cursor = tree.walk();
    const grammar = this.#grammar;
    const raw = { text, grammar, faulty: tree.rootNode.hasError };
    if (cursor.gotoFirstChild()) {
      do {
        const id = cursor.nodeTypeId;
        const [start, end] = [cursor.startIndex, cursor.endIndex];
        if (grammar.types[id] === 'comment') {
          found.comments.push({ start: base + start, end: base + end, text: text.slice(start, end) });
          continue;
        }
        if (!(grammar.named[id] ?? cursor.nodeIsNamed)) continue;
        const source = text.slice(start, end);
        // where the parser has to guess, the same text may be something else
        const same = raw.faulty && cursor.currentNode.hasError ? undefined : this.#cache.get(source);
        const known = same?.[0]?.type === id ? same.shift() : undefined;
        if (known) {
          moveBy(known, base + start - known.at);
          known.at = base + start;
          take(found, source, known);
          continue;
        }
        const comments: Comment[] = [];
        const node: RawNode = rawTree(cursor, comments, raw);
        const cut = node.broken && found.repairs > 0 ? nextStatement(source) : undefined;
        if (cut !== undefined) {
          found.repairs--;
          this.#apart(source.slice(0, cut), base + start, found);
          this.#apart(source.slice(cut), base + start + cut, found);
          continue;
        }
        const read: Cached = { statement: readStatement(node, text), comments, type: id, at: start };
        moveBy(read, base);
        read.at = base + start;
        take(found, source, read, node.broken);
      } while (cursor.gotoNextSibling());
    }
    cursor.delete();
  }

  /**
   * A bracket that isn't closed yet swallows what follows it. What begins a line is taken for a new statement then, so
   * that only the one that is being typed is lost.
   */
  #apart(text: string, base: number, found: Found): void {
    const tree = this.#parser.parse(text);
    if (!tree) return;
    this.#walk(tree, text, base, found);
    tree.delete();
  }
}

interface Found {
  readonly body: Statement[];
  readonly comments: Comment[];
  readonly kept: Map<string, Cached[]>;
  /** How many more broken statements may be read apart. */
  repairs: number;
}

const mostRepairs = 12;

function take({ body, comments, kept }: Found, source: string, read: Cached, broken = false): void {
  body.push(read.statement);
  comments.push(...read.comments);
  // how a broken one is read depends on what is around it
  if (broken) return;
  const same = kept.get(source);
  if (same) same.push(read);
  else kept.set(source, [read]);
}

/** Where in a broken statement the next one seems to begin: at a line that isn't indented and continues nothing. */
function nextStatement(source: string): number | undefined {
  // a decorator and what it decorates are one
  const header = /^@[^\n]*\n(?:@[^\n]*\n|\s*\n)*[^\n]*\n/.exec(source)?.[0].length ?? 0;
  const lines = /\n(?=[^\s#)\]}'"])(?!(?:else|elif|except|finally|case)\b)/g;
  lines.lastIndex = Math.max(0, header - 1);
  const next = lines.exec(source);
  return next ? next.index + 1 : undefined;
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
