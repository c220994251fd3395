import fc from 'fast-check';
import { expect } from 'vitest';
import { type Way, ways } from '../protocol/examples';
import { row } from './row';

/** A leaf of a message: where it is, and what stands there. */
interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

function leavesOf(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null || value instanceof Map) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy with another value at a path. */
function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : value instanceof Map ? 'map' : typeof value;

/** Values of every kind that crosses a channel, among them those that lead readers astray. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', '__proto__', -1, 0.5, 1e308, Number.NaN, [], {}, [[]], {
    length: -1,
  }),
  fc.string(),
  fc.double(),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
  fc.constant({ ['__proto__']: { type: 'ready' }, toString: 1 }),
);

/** One value of a message is exchanged for one of another kind, which no reader of it could bear. */
async function tryWays(
  some: readonly Way[],
  count: number,
  tryOne: (label: string, body: () => unknown) => Promise<void>,
) {
  const tries = fc.sample(fc.record({ way: fc.nat(), message: fc.nat(), leaf: fc.nat(), by: strange }), {
    numRuns: count,
    seed: 20,
  });
  for (const { way: w, message: m, leaf: l, by } of tries) {
    const way = some[w % some.length]!;
    const message = way.messages[m % way.messages.length]!;
    const leaves = leavesOf(message);
    const { path, value } = leaves[l % leaves.length]!;
    const changed = replaced(message, path, by);
    await tryOne(`${way.name}: ${message.type}, ${path.join('.')} is ${JSON.stringify(by)}`, () => {
      const read = way.read(changed);
      // what is read is what came
      if (read !== undefined) expect(read).toBe(changed);
      const place = path.join('.');
      const isRow = /input\.values|shown\.values/.test(place);
      // null is that it has no value
      const isMetric = /(?:train|test|metrics)\.[a-z-]+$/.test(place);
      const others = isRow ? ['string', 'number'] : isMetric ? ['null', 'number'] : [];
      const fits = kindOf(by) === kindOf(value) || others.includes(kindOf(by));
      if (!fits && !way.free.test(place)) expect(read).toBeUndefined();
      // a name that isn't one of the protocol's
      if (place === 'type') expect(read).toBeUndefined();
    });
  }
}

const [inward, outward] = [ways.slice(0, 4), ways.slice(4)];

row('messages to the host: none of another kind is read', { quick: 4_000, full: 100_000 }, (count, tally) =>
  tryWays(inward, count, tally.try),
);

row('messages from the host: none of another kind is read', { quick: 4_000, full: 100_000 }, (count, tally) =>
  tryWays(outward, count, tally.try),
);
