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

/** Copies the node under the cursor. Comments come out apart, in `comments`. */
export function rawTree(cursor: TreeCursor, comments: Comment[], text: string, depth = 0): RawNode {
  const type = cursor.nodeType;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const field = cursor.currentFieldName;
  const named = cursor.nodeIsNamed;
  let broken = type === 'ERROR' || cursor.nodeIsMissing || depth > deepest;
  const children: RawNode[] = [];
  if (!leaves.has(type) && depth <= deepest && cursor.gotoFirstChild()) {
    do {
      if (cursor.nodeType === 'comment') {
        const [from, to] = [cursor.startIndex, cursor.endIndex];
        comments.push({ start: from, end: to, text: text.slice(from, to) });
        continue;
      }
      const child = rawTree(cursor, comments, text, depth + 1);
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
