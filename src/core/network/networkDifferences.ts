import { isObject } from './json/formatJson';
import { jsonValue, member } from './json/members';
import { readJson } from './json/readJson';

/** A value that isn't the same in two texts of a network. Undefined where a text doesn't have it. */
export interface NetworkDifference {
  readonly part: 'data' | 'layers' | 'training';
  /** The layer's id, where it is a layer's. */
  readonly layer?: string;
  /** The field in its part: `activation`, `split`. */
  readonly field: string;
  readonly before: unknown;
  readonly now: unknown;
}

/** In what two texts of a network differ, of what a run depends on. Positions, names and comments don't count. */
export function networkDifferences(before: string, now: string): NetworkDifference[] {
  const [a, b] = [before, now].map(text => {
    const { root } = readJson(text);
    const value = (key: string) => jsonValue(member(root, key)?.value);
    return { data: value('data'), training: value('training'), layers: layersById(value('layers')) };
  });
  return [
    ...fields(a!.data, b!.data).map(field => ({ part: 'data' as const, ...field })),
    ...[...new Set([...a!.layers.keys(), ...b!.layers.keys()])].flatMap(layer =>
      fields(a!.layers.get(layer), b!.layers.get(layer)).map(field => ({
        part: 'layers' as const,
        layer,
        ...field,
      })),
    ),
    ...fields(a!.training, b!.training).map(field => ({ part: 'training' as const, ...field })),
  ];
}

function layersById(layers: unknown): Map<string, unknown> {
  const list = Array.isArray(layers) ? layers : [];
  return new Map(list.map((layer, i) => [isObject(layer) ? String(layer.id ?? i) : String(i), layer]));
}

function fields(before: unknown, now: unknown): { field: string; before: unknown; now: unknown }[] {
  const [a, b] = [before, now].map(value => (isObject(value) ? value : {}));
  return [...new Set([...Object.keys(a!), ...Object.keys(b!)])]
    .filter(field => field !== 'position' && !same(a![field], b![field]))
    .map(field => ({ field, before: a![field], now: b![field] }));
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => same(value, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(key => same(a[key], b[key]));
}
