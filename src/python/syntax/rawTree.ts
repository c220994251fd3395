import type { TreeCursor } from 'web-tree-sitter';
import type { Comment } from './ast';

/** A node of the parser's tree, copied out of WebAssembly once. */
export interface RawNode {
  readonly type: string;
  readonly field: string | null;
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
  readonly children: readonly RawNode[];
  /** Whether the parser had to guess somewhere in it. */
  readonly broken: boolean;
}

/** Nodes whose insides say nothing that their text doesn't. */
const leaves = new Set(['integer', 'float', 'identifier', 'comment', 'string_content', 'type_conversion']);

/** Deeper nesting than a person writes; beyond it a node counts as broken, so that no text overflows the stack. */
const deepest = 200;

/** What the copy of a tree needs to know of it. Each question to the cursor is a call into WebAssembly, so few are asked. */
export interface RawSource {
  readonly text: string;
  readonly grammar: Grammar;
  /** Whether the parser had to guess anywhere: only then is it asked where. */
  readonly faulty: boolean;
}

/** The names behind the grammar's numbers. */
export interface Grammar {
  readonly types: readonly (string | null)[];
  readonly named: readonly boolean[];
  readonly fields: readonly (string | null)[];
}

/** Copies the node under the cursor. Comments come out apart, in `comments`. */
export function rawTree(cursor: TreeCursor, comments: Comment[], source: RawSource, depth = 0): RawNode {
  const { grammar, faulty, text } = source;
  const id = cursor.nodeTypeId;
  // the number of an error stands beside the grammar's own
  const type = grammar.types[id] ?? cursor.nodeType;
  const named = grammar.named[id] ?? cursor.nodeIsNamed;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const field = grammar.fields[cursor.currentFieldId] ?? null;
  let broken = (faulty && (type === 'ERROR' || cursor.nodeIsMissing)) || depth > deepest;
  const children: RawNode[] = [];
  if (named && !leaves.has(type) && depth <= deepest && cursor.gotoFirstChild()) {
    do {
      const child = rawTree(cursor, comments, source, depth + 1);
      if (child.type === 'comment') {
        comments.push({ start: child.start, end: child.end, text: text.slice(child.start, child.end) });
        continue;
      }
      // a backslash at a line's end is no part of a call or a tuple
      if (child.type === 'line_continuation') continue;
      if (child.broken) broken = true;
      children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, field, named, start, end, children, broken };
}

export function childOf(node: RawNode, field: string): RawNode | undefined {
  return node.children.find(child => child.field === field);
}

export function namedChildren(node: RawNode): RawNode[] {
  return node.children.filter(child => child.named);
}
