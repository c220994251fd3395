import type { TextEdit } from '../../problem';
import { formatManyLines, formatOneLine, isObject, type Layout } from './formatJson';
import type { JsonNode } from './jsonNode';
import { items, jsonValue, member, members, type Path, spanOf } from './members';
import type { JsonText } from './readJson';
import { type Item, rewriteList } from './rewriteList';
import { indentOf, type WrittenList } from './writtenList';

/** The order in which the fields of an object are written, where a new one has to find its place. */
export type KeyOrder = (path: Path) => readonly string[] | undefined;

/**
 * The edits that write `value` at `path` (undefined removes it). Objects on the way are made; what is already written
 * so stays as it is, field by field, with its comments.
 */
export function setValue(
  { text, root, layout }: JsonText,
  path: Path,
  value: unknown,
  order: KeyOrder,
): TextEdit[] {
  if (root?.type !== 'object') {
    if (value === undefined || root) return [];
    const before = text === '' || text.endsWith('\n') ? '' : layout.eol;
    const written = before + formatManyLines(nested(path, value), layout, '') + layout.eol;
    return [{ offset: text.length, length: 0, text: written }];
  }
  let node: JsonNode = root;
  for (const [depth, step] of path.entries()) {
    const at = path.slice(0, depth);
    const last = depth === path.length - 1;
    if (node.type === 'array') {
      const index = Number(step);
      if (!Number.isInteger(index) || index < 0) return [];
      const item = items(node)[index];
      if (item && !(last && value === undefined)) node = item;
      else return replaceItem(text, node, index, nested(path.slice(depth + 1), value), layout);
    } else if (node.type === 'object') {
      const field = member(node, String(step));
      if (field?.value && !(last && value === undefined)) node = field.value;
      else
        return setMembers(
          text,
          node,
          { [String(step)]: nested(path.slice(depth + 1), value) },
          order(at),
          layout,
        );
    } else {
      return value === undefined
        ? []
        : [replaceNode(node, formatOneLine(nested(path.slice(depth), value), layout))];
    }
  }
  return write(text, node, value, path, order, layout);
}

/** Adds, changes and removes fields of an object, each new one at its place in `order`. */
export function setMembers(
  text: string,
  node: JsonNode,
  changes: Readonly<Record<string, unknown>>,
  order: readonly string[] | undefined,
  layout: Layout,
): TextEdit[] {
  const fields = members(node);
  // of doubles the last counts
  const byName = new Map(fields.map(field => [field.name, field]));
  const edits: TextEdit[] = [];
  const wanted: { name: string; item: Item }[] = fields.map(({ name }, i) => ({ name, item: i }));
  let changed = false;
  for (const [name, value] of Object.entries(changes)) {
    const field = byName.get(name);
    if (value === undefined) {
      const count = wanted.length;
      for (let i = wanted.length - 1; i >= 0; i--) if (wanted[i]!.name === name) wanted.splice(i, 1);
      changed ||= wanted.length < count;
    } else if (field?.value) {
      edits.push(...write(text, field.value, value, [], () => undefined, layout));
    } else if (field) {
      // a name without its value: "units":
      const colon = text
        .slice(field.property.offset, field.property.offset + field.property.length)
        .includes(':');
      const end = field.property.offset + field.property.length;
      edits.push({ offset: end, length: 0, text: `${colon ? ' ' : ': '}${formatOneLine(value, layout)}` });
    } else {
      const written = `${JSON.stringify(name)}:${layout.space}${formatField(value, node, text, layout)}`;
      wanted.splice(placeOf(name, wanted, order), 0, { name, item: written });
      changed = true;
    }
  }
  if (!changed) return edits;
  const own = indentOf(text, node.offset + 1);
  return [
    ...edits,
    ...rewriteList(
      listOf(
        text,
        node,
        fields.map(({ property }) => property),
      ),
      wanted.map(({ item }) => item),
      {
        eol: layout.eol,
        indent: text.slice(node.offset, node.offset + node.length).includes('\n')
          ? own + layout.step
          : undefined,
        padding: layout.padded ? ' ' : '',
        space: layout.space,
      },
    ),
  ];
}

export function listOf(text: string, node: JsonNode, children: readonly JsonNode[]): WrittenList {
  const end = node.offset + node.length;
  const closed = /[\]}]/.test(text[end - 1] ?? '');
  return { text, open: node.offset, close: closed ? end - 1 : end, items: children.map(spanOf) };
}

/** Writes `value` over what stands at `node`, changing no more than differs. */
function write(
  text: string,
  node: JsonNode,
  value: unknown,
  path: Path,
  order: KeyOrder,
  layout: Layout,
): TextEdit[] {
  const old = jsonValue(node);
  if (same(old, value)) return [];
  if (isObject(value) && node.type === 'object') {
    const gone = members(node).flatMap(({ name }) =>
      Object.hasOwn(value, name) ? [] : [[name, undefined] as const],
    );
    return setMembers(text, node, { ...Object.fromEntries(gone), ...value }, order(path), layout);
  }
  return [replaceNode(node, formatOneLine(value, layout))];
}

function replaceNode(node: JsonNode, text: string): TextEdit {
  return { offset: node.offset, length: node.length, text };
}

function replaceItem(
  text: string,
  node: JsonNode,
  index: number,
  value: unknown,
  layout: Layout,
): TextEdit[] {
  const children = items(node);
  const wanted: Item[] = children.map((_, i) => i);
  if (value === undefined) wanted.splice(index, 1);
  else wanted.push(formatOneLine(value, layout));
  return rewriteList(listOf(text, node, children), wanted, {
    eol: layout.eol,
    indent: undefined,
    padding: '',
    space: layout.space,
  });
}

/** A new field whose object is written over several lines, at the top of the file, has its own fields on lines too. */
function formatField(value: unknown, node: JsonNode, text: string, layout: Layout): string {
  const lines = !node.parent && text.slice(node.offset, node.offset + node.length).includes('\n');
  if (!isObject(value) || !lines) return formatOneLine(value, layout);
  const first = members(node)[0];
  const indent = first ? indentOf(text, first.property.offset) : layout.step;
  return formatManyLines(value, layout, indent);
}

/** After the last field that comes before it in `order`; at the end where `order` doesn't say. */
function placeOf(
  name: string,
  fields: readonly { name: string }[],
  order: readonly string[] | undefined,
): number {
  const rank = order?.indexOf(name) ?? -1;
  if (!order || rank < 0) return fields.length;
  const before = fields.findLastIndex(
    field => order.indexOf(field.name) >= 0 && order.indexOf(field.name) < rank,
  );
  return before >= 0 ? before + 1 : 0;
}

/** `value` inside the objects that `path` names. */
function nested(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, step) => (inner === undefined ? undefined : { [step]: inner }),
    value,
  );
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]))
    );
  }
  return Object.is(a, b);
}
