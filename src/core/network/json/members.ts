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
  const fields: Member[] = [];
  if (node?.type !== 'object') return fields;
  // a loop, since this is asked of every layer at every keystroke
  for (const property of node.children ?? []) {
    const key = property.children?.[0];
    if (key) fields.push({ name: String(key.value), property, key, value: property.children?.[1] });
  }
  return fields;
}

/** Fields from which on those of an object are found by an index of them. */
const manyFields = 32;
/** Of objects with many fields: the last property of each name. */
const indices = new WeakMap<Node, ReadonlyMap<string, Node>>();

/** A field by its name: the last of doubles, as JSON has it. */
export function member(node: Node | undefined, name: string): Member | undefined {
  const properties = node?.type === 'object' ? (node.children ?? []) : [];
  if (properties.length > manyFields) {
    const property = indexOf(node!, properties).get(name);
    const key = property?.children?.[0];
    return property && key && { name, property, key, value: property.children?.[1] };
  }
  for (let i = properties.length - 1; i >= 0; i--) {
    const property = properties[i]!;
    const key = property.children?.[0];
    if (key && String(key.value) === name) return { name, property, key, value: property.children?.[1] };
  }
  return undefined;
}

function indexOf(node: Node, properties: readonly Node[]): ReadonlyMap<string, Node> {
  let index = indices.get(node);
  if (!index) {
    index = new Map(
      properties.flatMap(property => {
        const key = property.children?.[0];
        return key ? [[String(key.value), property] as const] : [];
      }),
    );
    indices.set(node, index);
  }
  return index;
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

/** The steps of a path written with dots, `layers.2.units`, where something is written there; names may have dots too. */
export function stepsTo(root: Node, path: string): Path | undefined {
  if (path === '') return [];
  if (root.type === 'array') {
    const [, index, rest] = /^(\d+)(?:\.(.*))?$/s.exec(path) ?? [];
    const item = index === undefined ? undefined : items(root)[Number(index)];
    const steps = item && stepsTo(item, rest ?? '');
    return steps && [Number(index), ...steps];
  }
  for (const { name, value } of members(root).reverse()) {
    if (!value || !(path === name || path.startsWith(`${name}.`))) continue;
    const steps = stepsTo(value, path.slice(name.length + 1));
    if (steps) return [name, ...steps];
  }
  return undefined;
}

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

export function jsonValue(node: Node | undefined): unknown {
  return node && getNodeValue(node);
}

/** The fields that are written twice in one object, anywhere below `node`: the ones that are overridden. */
export function doubles(node: Node | undefined): Member[] {
  const found: Member[] = [];
  const look = (current: Node | undefined): void => {
    if (current?.type === 'array') items(current).forEach(look);
    if (current?.type !== 'object') return;
    const properties = current.children ?? [];
    const seen = new Set<string>();
    for (let i = properties.length - 1; i >= 0; i--) {
      const property = properties[i]!;
      const [key, value] = property.children ?? [];
      if (!key) continue;
      const name = String(key.value);
      if (seen.has(name)) found.push({ name, property, key, value });
      seen.add(name);
      look(value);
    }
  };
  look(node);
  return found;
}
