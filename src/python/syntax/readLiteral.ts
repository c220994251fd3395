import type { Expression } from './ast';
import { childOf, type RawNode } from './rawTree';

/** `12_288`, `0xff`, `1e-3`, `255.`, `3j`; one that no JavaScript number holds is `other`. */
export function readNumber({ start, end, type }: RawNode, text: string): Expression {
  const written = text.slice(start, end).replaceAll('_', '');
  const value = Number(/^0\d+$/.test(written) ? Number.parseInt(written, 8) : written.replace(/[lL]$/, ''));
  return Number.isFinite(value)
    ? { kind: 'number', value, whole: type === 'integer' && Number.isSafeInteger(value), start, end }
    : { kind: 'other', parts: [], start, end };
}

/** A string, or a format string whose parts are read with `read`. Bytes count as strings. */
export function readString(
  node: RawNode,
  text: string,
  read: (node: RawNode, text: string) => Expression,
): Expression {
  const { start, end } = node;
  const opening = node.children.find(child => child.type === 'string_start');
  const raw = /^[a-z]*r/i.test(opening ? text.slice(opening.start, opening.end) : '');
  const parts: (string | Expression)[] = [];
  let plain = true;
  for (const child of node.children) {
    if (child.type === 'string_content') {
      const content = text.slice(child.start, child.end);
      parts.push(raw ? content : unescaped(content));
    } else if (child.type === 'interpolation') {
      plain = false;
      const inner = childOf(child, 'expression');
      parts.push(
        inner ? read(inner, text) : { kind: 'other', parts: [], start: child.start, end: child.end },
      );
    }
  }
  return plain
    ? { kind: 'string', value: parts.join(''), start, end }
    : { kind: 'format', parts, start, end };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '', 0: '\0' };

function unescaped(content: string): string {
  return content.includes('\\')
    ? content.replace(/\\([\s\S])/g, (_, after: string) => escapes[after] ?? after)
    : content;
}
