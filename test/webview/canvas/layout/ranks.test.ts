import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranks } from '../../../../webview/canvas/layout/ranks';

const extent = { left: 1, right: 1, top: 1, bottom: 1 };
const node = (id: string, ...inputs: string[]) => ({ id, inputs, extent, label: 0 });

test('the rank is the length of the longest path', () => {
  const found = ranks([node('a'), node('b', 'a'), node('c', 'a', 'b'), node('d')]);
  expect([...found]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 0],
  ]);
});

test('the order of the list does not matter', () => {
  expect(ranks([node('c', 'b'), node('b', 'a'), node('a')])).toEqual(
    new Map([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]),
  );
});

test('an input that names no layer counts for nothing', () => {
  expect(ranks([node('a', 'ghost')]).get('a')).toBe(0);
});

test('a cycle, and a layer that feeds itself, still get a rank', () => {
  const found = ranks([node('a', 'c'), node('b', 'a'), node('c', 'b'), node('self', 'self')]);
  expect([...found.values()].sort()).toEqual([0, 0, 1, 2]);
});

test('every layer of any graph gets a rank beyond those that feed it, but for the edges that close a cycle', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 }), inputs => {
      // only inputs that come before: no cycles
      const nodes = inputs.map((ids, i) => node(`${i}`, ...ids.filter(id => id < i).map(String)));
      const found = ranks(nodes);
      for (const { id, inputs: ids } of nodes) {
        const before = ids.map(input => found.get(input)!);
        expect(found.get(id)).toBe(ids.length === 0 ? 0 : Math.max(...before) + 1);
      }
    }),
  );
});
