import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LayoutOptions, layoutNetwork } from '../../../../webview/canvas/layout/layoutNetwork';
import { flowExtent, type LayoutNode } from '../../../../webview/canvas/layout/layoutNode';
import { ranks } from '../../../../webview/canvas/layout/ranks';

const node = (id: string, ...inputs: string[]): LayoutNode => ({
  id,
  inputs,
  extent: { left: 80, right: 100, top: 60, bottom: 90 },
  label: 0,
});
const wide = { left: 80, right: 100, top: 200, bottom: 200 };
const options: LayoutOptions = { orientation: 'horizontal', rankGap: 100, gap: 40, pinned: new Map() };

/** Networks as the parser may give them: any inputs, those of a cycle and unknown ones among them. */
const anyNetwork = fc
  .array(
    fc.record({
      inputs: fc.array(fc.nat(12), { maxLength: 3 }),
      width: fc.integer({ min: 8, max: 200 }),
      height: fc.integer({ min: 8, max: 300 }),
      label: fc.nat(200),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(layers =>
    layers.map(({ inputs, width, height, label }, i) => ({
      id: `l${i}`,
      inputs: inputs.map(at => `l${at}`),
      extent: { left: width, right: width / 2, top: height / 3, bottom: height },
      label,
    })),
  );

describe('layoutNetwork', () => {
  test('puts a chain on one line, in its order', () => {
    const { positions } = layoutNetwork([node('a'), node('b', 'a'), node('c', 'b')], options);
    expect([...positions]).toEqual([
      ['a', { x: 80, y: 0 }],
      ['b', { x: 360, y: 0 }],
      ['c', { x: 640, y: 0 }],
    ]);
  });

  test('flows down where it is vertical', () => {
    const { positions } = layoutNetwork([node('a'), node('b', 'a')], { ...options, orientation: 'vertical' });
    expect(positions.get('a')).toEqual({ x: 0, y: 60 });
    expect(positions.get('b')).toEqual({ x: 0, y: 312 });
  });

  test('keeps a chain straight beside a skip connection, which bends around it', () => {
    const layout = layoutNetwork([node('a'), node('b', 'a'), node('c', 'b'), node('d', 'a', 'c')], options);
    const chain = ['a', 'b', 'c', 'd'].map(id => layout.positions.get(id)!.y);
    expect(new Set(chain).size).toBe(1);
    const skip = layout.edges.find(edge => edge.from === 'a' && edge.to === 'd')!;
    for (const point of skip.through) expect(Math.abs(point.y - chain[0]!)).toBeGreaterThan(60);
  });

  test('runs edges straight where all of them would have millions of points', () => {
    const count = 400;
    const fed = (i: number) => (i < 2 ? ['n0'].slice(0, i) : [`n${i - 1}`, 'n0']);
    const nodes = Array.from({ length: count }, (_, i) => node(`n${i}`, ...fed(i)));
    const { positions, edges } = layoutNetwork(nodes, options);
    expect(positions.size).toBe(count);
    expect(edges).toHaveLength(2 * count - 3);
    expect(edges.reduce((sum, { through }) => sum + through.length, 0)).toBeLessThanOrEqual(2 * 30_000);
    expect(edges.find(({ to, from }) => from === 'n0' && to === 'n100')?.through.length).toBe(2 * 99);
    expect(edges.find(({ to, from }) => from === 'n0' && to === 'n399')?.through).toEqual([]);
  });

  test('leads an edge past several ranks on one line', () => {
    const layers = [
      node('a'),
      node('b', 'a'),
      { ...node('c', 'b'), extent: wide },
      node('d', 'c'),
      node('e', 'a', 'd'),
    ];
    const { edges } = layoutNetwork(layers, options);
    const skip = edges.find(edge => edge.from === 'a' && edge.to === 'e')!;
    expect(skip.through).toHaveLength(6);
    expect(new Set(skip.through.map(point => point.y)).size).toBe(1);
  });

  test('puts two branches on either side of where they meet', () => {
    const { positions } = layoutNetwork(
      [node('a'), node('b', 'a'), node('c', 'a'), node('d', 'b', 'c')],
      options,
    );
    const y = (id: string) => positions.get(id)!.y;
    expect(y('b')).toBeLessThan(y('a'));
    expect(y('c')).toBeGreaterThan(y('a'));
    expect(y('d')).toBe(y('a'));
  });

  test('makes room for a wide label', () => {
    const wide = { ...node('a'), label: 300 };
    const { positions } = layoutNetwork([wide, node('b', 'a')], options);
    expect(positions.get('b')!.x - positions.get('a')!.x).toBe(100 + 300 + 80);
  });

  test('leaves pinned layers where they are', () => {
    const pinned = new Map([['b', { x: 7, y: 9 }]]);
    const { positions } = layoutNetwork([node('a'), node('b', 'a')], { ...options, pinned });
    expect(positions.get('b')).toEqual({ x: 7, y: 9 });
  });

  test('draws 1,000 layers in a row and 200 beside each other', () => {
    const chain = Array.from({ length: 1000 }, (_, i) => (i === 0 ? node('0') : node(`${i}`, `${i - 1}`)));
    expect(layoutNetwork(chain, options).positions.size).toBe(1000);
    const fan = [node('in'), ...Array.from({ length: 200 }, (_, i) => node(`b${i}`, 'in'))];
    expect(layoutNetwork(fan, options).positions.size).toBe(201);
  });

  test('never lets two layers overlap, ranks by the longest path, and always draws the same', () => {
    fc.assert(
      fc.property(
        anyNetwork,
        fc.constantFrom('horizontal' as const, 'vertical' as const),
        (nodes, orientation) => {
          const layout = layoutNetwork(nodes, { ...options, orientation });
          expect(layoutNetwork(nodes, { ...options, orientation })).toEqual(layout);
          const boxes = nodes.map(({ id, extent }) => {
            const at = layout.positions.get(id)!;
            return [
              at.x - extent.left,
              at.y - extent.top,
              at.x + extent.right,
              at.y + extent.bottom,
            ] as const;
          });
          for (const [i, a] of boxes.entries()) {
            for (const b of boxes.slice(i + 1)) {
              // places are rounded to the grid, which the gap of 40 leaves room for
              const apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
              expect(apart).toBe(true);
            }
          }
          const rank = ranks(nodes);
          const along = (id: string) => {
            const { x, y } = layout.positions.get(id)!;
            return orientation === 'horizontal' ? x : y;
          };
          for (const { from, to } of layout.edges) {
            if (rank.get(from)! < rank.get(to)!) expect(along(from)).toBeLessThan(along(to));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('flowExtent', () => {
  test('turns with the flow', () => {
    const extent = { left: 1, right: 2, top: 3, bottom: 4 };
    expect(flowExtent(extent, 'horizontal')).toEqual({ start: 1, end: 2, before: 3, after: 4 });
    expect(flowExtent(extent, 'vertical')).toEqual({ start: 3, end: 4, before: 1, after: 2 });
  });
});
