import { isObject } from './json/formatJson';
import { jsonValue, member } from './json/members';
import { meantData } from './meantData';
import { parseNetwork } from './reading/parse';

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

/** Fields of an object: as written, and with what stands for those that aren't. */
interface Fields {
  readonly written: Readonly<Record<string, unknown>>;
  readonly meant: Readonly<Record<string, unknown>>;
}

/**
 * In what two texts of a network differ, of what a run depends on. Positions, names and comments don't count, nor
 * whether a default is written out.
 */
export function networkDifferences(before: string, now: string): NetworkDifference[] {
  const [a, b] = [partsOf(before), partsOf(now)];
  return [
    ...differences(a.data, b.data).map(field => ({ part: 'data' as const, ...field })),
    ...[...new Set([...a.layers.keys(), ...b.layers.keys()])].flatMap(layer =>
      differences(a.layers.get(layer), b.layers.get(layer)).map(field => ({
        part: 'layers' as const,
        layer,
        ...field,
      })),
    ),
    ...differences(a.training, b.training).map(field => ({ part: 'training' as const, ...field })),
  ];
}

function partsOf(text: string): { data?: Fields; training?: Fields; layers: Map<string, Fields> } {
  const { json, network } = parseNetwork(text);
  const part = (key: string, meant: object | undefined): Fields | undefined => {
    const written = jsonValue(member(json.root, key)?.value);
    return isObject(written) ? { written, meant: { ...(meant ?? written) } } : undefined;
  };
  const layers = (network?.layers ?? []).map(({ id, type, raw, fields, inputs }): [string, Fields] => [
    id,
    { written: raw, meant: fields ? { id, type, ...fields, inputs } : raw },
  ]);
  return {
    data: part('data', network?.data && meantData(network.data)),
    training: part('training', network?.training),
    layers: new Map(layers),
  };
}

/** A value that isn't in both is told of as it is written, where it is. */
function differences(before: Fields | undefined, now: Fields | undefined) {
  // of what is new or gone only what is written: the rest is no news
  const both = before !== undefined && now !== undefined;
  const [a, b] = [before, now].map(fields => (both ? fields!.meant : (fields?.written ?? {})));
  return [...new Set([...Object.keys(a!), ...Object.keys(b!)])]
    .filter(field => field !== 'position' && !same(a![field], b![field]))
    .map(field => {
      const [was, is] = [before?.written[field], now?.written[field]];
      return same(was, is) ? { field, before: a![field], now: b![field] } : { field, before: was, now: is };
    });
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => same(value, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(key => same(a[key], b[key]));
}
