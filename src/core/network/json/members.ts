import type { Span } from '../../problem';
import type { JsonNode } from './jsonNode';

/** A field of an object as written. */
export class Member {
  /** @param property the whole `"name": value` */
  constructor(readonly property: JsonNode) {}

  get key(): JsonNode {
    return this.property.child(0)!;
  }

  get name(): string {
    return String(this.key.value);
  }

  /** Undefined where it isn't written yet. */
  get value(): JsonNode | undefined {
    return this.property.child(1);
  }
}

export type Path = readonly (string | number)[];

/** The fields of an object in their order, doubles too; none where `node` is no object. */
export function members(node: JsonNode | undefined): Member[] {
  return node?.type === 'object' ? node.children!.map(property => new Member(property)) : [];
}

/** A field by its name: the last of doubles, as JSON has it. */
export function member(node: JsonNode | undefined, name: string): Member | undefined {
  const property = node?.property(name);
  return property && new Member(property);
}

/** The items of a list; none where `node` is no list. */
export function items(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? node.children! : [];
}

/** The value at a path, or undefined where nothing is written there. */
export function nodeAt(root: JsonNode | undefined, path: Path): JsonNode | undefined {
  let node = root;
  for (const step of path) {
    if (node?.type === 'array') node = node.child(Number(step));
    else node = typeof step === 'string' ? member(node, step)?.value : undefined;
  }
  return node;
}

/** The steps of a path written with dots, `layers.2.units`, where something is written there; names may have dots too. */
export function stepsTo(root: JsonNode, path: string): Path | undefined {
  if (path === '') return [];
  if (root.type === 'array') {
    const [, index, rest] = /^(\d+)(?:\.(.*))?$/s.exec(path) ?? [];
    const item = index === undefined ? undefined : root.child(Number(index));
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

export function spanOf(node: JsonNode): Span {
  return { start: node.offset, end: node.offset + node.length };
}

export function jsonValue(node: JsonNode | undefined): unknown {
  return node?.toValue();
}
