import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutNetwork } from '../../../../webview/canvas/layout/layoutNetwork';
import type { LayoutNode, Point } from '../../../../webview/canvas/layout/layoutNode';
import { breakIntoLines, lineStarts, roomOf } from '../../../../webview/canvas/layout/lines';

const GAP = 60;
const node = (id: string, ...inputs: string[]): LayoutNode => ({
  id,
  inputs,
  extent: { left: 40, right: 40, top: 20, bottom: 20 },
  label: 0,
});
const laid = (nodes: readonly LayoutNode[]) =>
  layoutNetwork(nodes, { orientation: 'horizontal', rankGap: 40, gap: 20, pinned: new Map() });
const chain = (count: number) =>
  laid(Array.from({ length: count }, (_, i) => (i === 0 ? node('0') : node(`${i}`, `${i - 1}`))));

/** Down and up again, each step down joined with that up: `depth` skips, one within the other. */
const uNet = (depth: number) => {
  const down = Array.from({ length: depth }, (_, i) => (i === 0 ? node('d0') : node(`d${i}`, `d${i - 1}`)));
  const up = Array.from({ length: depth }, (_, i) => {
    const level = depth - 1 - i;
    return node(`u${level}`, level === depth - 1 ? 'bottom' : `u${level + 1}`, `d${level}`);
  });
  return laid([...down, node('bottom', `d${depth - 1}`), ...up]);
};

/** Pairs of a stretch along the flow and one across it, of different edges, that cross. */
function crossingsOf(routes: readonly (readonly Point[])[]): number {
  const stretches = routes.flatMap((points, edge) =>
    points.slice(1).map((to, i) => ({ edge, from: points[i]!, to })),
  );
  const along = stretches.filter(({ from, to }) => from.y === to.y && from.x !== to.x);
  const across = stretches.filter(({ from, to }) => from.x === to.x && from.y !== to.y);
  const within = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b);
  let count = 0;
  for (const a of along) {
    for (const b of across) {
      if (a.edge === b.edge) continue;
      if (within(b.from.x, a.from.x, a.to.x) && within(a.from.y, b.from.y, b.to.y)) count++;
    }
  }
  return count;
}

test('lines are as long as they may be, and the room they take is what they take', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 100, max: 2000 }), (count, length) => {
      const layout = chain(count);
      const starts = lineStarts(layout, length);
      const perLine = Math.max(1, Math.floor((length + 40) / 120));
      expect(starts).toHaveLength(Math.ceil(count / perLine));
      const broken = breakIntoLines(layout, starts, GAP, 'horizontal');
      const at = [...broken.positions.values()];
      const high = Math.max(...at.map(({ y }) => y)) - Math.min(...at.map(({ y }) => y)) + 40;
      expect(roomOf(layout, starts, GAP).across).toBe(high);
    }),
  );
});

test('flowing down, lines stand side by side', () => {
  const layout = layoutNetwork([node('a'), node('b', 'a')], {
    orientation: 'vertical',
    rankGap: 40,
    gap: 20,
    pinned: new Map(),
  });
  const { positions, edges } = breakIntoLines(layout, [0, 1], GAP, 'vertical');
  expect(positions.get('b')!.x - positions.get('a')!.x).toBe(80 + GAP);
  expect(positions.get('b')!.y).toBe(positions.get('a')!.y);
  expect(edges[0]!.through).toHaveLength(4);
});

test.each([2, 3])(
  'skips of %s levels go on to the next line in lanes of their own, and none crosses another',
  depth => {
    const layout = uNet(depth);
    const length = layout.ranks.at(-1)!.end - layout.ranks[0]!.start;
    for (const lines of [2, 3]) {
      const starts = lineStarts(layout, length / lines);
      expect(starts.length).toBeGreaterThan(1);
      const { positions, edges } = breakIntoLines(layout, starts, GAP, 'horizontal');
      const routes = edges.map(({ from, to, through }) => {
        const [a, b] = [positions.get(from)!, positions.get(to)!];
        return [{ x: a.x + 40, y: a.y }, ...through, { x: b.x - 40, y: b.y }];
      });
      expect(crossingsOf(routes)).toBe(0);
    }
  },
);

test('a line doesn’t begin where very many edges go on, nor where something is pinned', () => {
  const many = uNet(7);
  const length = many.ranks.at(-1)!.end / 2;
  for (const start of lineStarts(many, length).slice(1))
    expect(many.lanes[start]!.length).toBeLessThanOrEqual(4);
  const pinned = layoutNetwork([node('a'), node('b', 'a')], {
    orientation: 'horizontal',
    rankGap: 40,
    gap: 20,
    pinned: new Map([['a', { x: 0, y: 0 }]]),
  });
  expect(lineStarts(pinned, 10)).toEqual([0]);
});
