import type { Node } from 'jsonc-parser';
import { getNodeValue } from 'jsonc-parser';
import type { Span } from '../../problem';

/** A field of an object as written. */
export interface Member {
  readonly name: string;
  /** The whole `"name": value`. */
  readonly property: Node;
  readonly key: Node;
  /** Undefined where it isn't written yet. */
  readonly value: Node | undefined;
}

export type Path = readonly (string | number)[];

/** The fields of an object in their order, doubles too; none where `node` is no object. */
export function members(node: Node | undefined): Member[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(property => {
    const [key, value] = property.children ?? [];
    return key ? [{ name: String(key.value), property, key, value }] : [];
  });
}

/** A field by its name: the last of doubles, as JSON has it. */
export function member(node: Node | undefined, name: string): Member | undefined {
  return members(node).findLast(({ name: other }) => other === name);
}

/** The items of a list; none where `node` is no list. */
export function items(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The value at a path, or undefined where nothing is written there. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) {
    node =
      typeof step === 'number' || node?.type === 'array'
        ? items(node)[Number(step)]
        : member(node, step)?.value;
  }
  return node;
}

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

export function jsonValue(node: Node | undefined): unknown {
  return node && getNodeValue(node);
}

/** The fields that are written twice in one object, anywhere below `node`: the ones that are overridden. */
export function doubles(node: Node | undefined): Member[] {
  if (!node) return [];
  if (node.type === 'array') return items(node).flatMap(doubles);
  const fields = members(node);
  if (fields.length === 0) return [];
  const last = new Map(fields.map(field => [field.name, field]));
  return fields.flatMap(field => [
    ...(last.get(field.name) === field ? [] : [field]),
    ...doubles(field.value),
  ]);
}
