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

/** Nodes whose children have no fields. */
const withoutFields = new Set([
  'argument_list',
  'dictionary',
  'expression_list',
  'expression_statement',
  'list',
  'parenthesized_expression',
  'pattern_list',
  'string',
  'tuple',
]);

const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '.']);

/** A token of which no more is asked than what it is: one object stands for all of them. */
export function tokenOf(type: string | null): RawNode | undefined {
  return type !== null && punctuation.has(type)
    ? { type, field: null, named: false, start: 0, end: 0, children: [], broken: false }
    : undefined;
}

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
  /** For punctuation, its node, whose place and field say nothing. */
  readonly tokens: readonly (RawNode | undefined)[];
}

/** Copies the node under the cursor. Comments come out apart, in `comments`. */
export function rawTree(
  cursor: TreeCursor,
  comments: Comment[],
  source: RawSource,
  depth = 0,
  hasField = false,
): RawNode {
  const { grammar, faulty, text } = source;
  const id = cursor.nodeTypeId;
  const token = grammar.tokens[id];
  // one that the parser put in is a fault
  if (token && !faulty) return token;
  // the number of an error stands beside the grammar's own
  const type = grammar.types[id] ?? cursor.nodeType;
  const named = grammar.named[id] ?? cursor.nodeIsNamed;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const field = hasField ? (grammar.fields[cursor.currentFieldId] ?? null) : null;
  let broken = (faulty && (type === 'ERROR' || cursor.nodeIsMissing)) || depth > deepest;
  const children: RawNode[] = [];
  if (named && !leaves.has(type) && depth <= deepest && cursor.gotoFirstChild()) {
    const fields = !withoutFields.has(type);
    do {
      const child = rawTree(cursor, comments, source, depth + 1, fields);
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
