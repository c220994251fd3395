import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revealed } from '../../../webview/canvas/revealSelection';
import { type Scene, sceneOf } from '../../../webview/canvas/scene/scene';
import { visiblePart } from '../../../webview/canvas/visiblePart';
import { withinReach } from '../../../webview/canvas/withinReach';
import { beyondOf } from '../../../webview/overlays/beyond';
import { stateOf } from '../states';

const anyBox = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 8000 }),
});
const window = { width: 1000, height: 600 };

const chain = (count: number) => [
  { id: 'input', type: 'input', shape: [8] },
  ...Array.from({ length: count }, (_, i) => ({ id: `hidden-${i}`, type: 'dense', units: 8 + (i % 61) })),
];

test('how many layers lie beyond the edges is counted', () => {
  const { layers, bounds } = sceneOf(stateOf(chain(29)));
  const scene = { layers, bounds } as Scene;
  const none = { left: 0, right: 0, above: 0, below: 0 };
  const k = 0.5;
  const first = beyondOf(scene, { x: 32 - bounds.x * k, y: 300, k }, window);
  expect(first.right).toBeGreaterThan(20);
  expect(first.right).toBeLessThan(30);
  expect({ ...first, right: 0 }).toEqual(none);
  expect(beyondOf(scene, { x: 32 - bounds.x * k, y: 10_000, k }, window)).toEqual({
    ...none,
    right: first.right,
    below: 30 - first.right,
  });
  expect(beyondOf(scene, { x: 32, y: 0, k }, { width: 0, height: 0 })).toEqual(none);
});

test('however far one pans, a part of the drawing stays in view', () => {
  const anyViewport = fc.record({
    x: fc.integer({ min: -1e6, max: 1e6 }),
    y: fc.integer({ min: -1e6, max: 1e6 }),
    k: fc.double({ min: 0.02, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(anyBox, anyViewport, (box, viewport) => {
      const { x, y, k } = withinReach(viewport, box, window);
      const seen = (from: number, length: number, room: number) =>
        Math.min(from + length, room) - Math.max(from, 0);
      expect(seen(box.x * k + x, box.width * k, window.width)).toBeGreaterThan(
        Math.min(79, box.width * k - 1),
      );
      expect(seen(box.y * k + y, box.height * k, window.height)).toBeGreaterThan(
        Math.min(79, box.height * k - 1),
      );
      const again = withinReach({ x, y, k }, box, window);
      expect(again.x).toBeCloseTo(x, 6);
      expect(again.y).toBeCloseTo(y, 6);
    }),
  );
  const at = { x: 10, y: 20, k: 1 };
  expect(withinReach(at, { x: 0, y: 0, width: 300, height: 200 }, window)).toEqual(at);
});

test('revealing moves only as far as it must', () => {
  const viewport = { x: 0, y: 0, k: 1 };
  expect(revealed({ x: 100, y: 100, width: 200, height: 200 }, viewport, window)).toEqual(viewport);
  expect(revealed({ x: 900, y: 100, width: 200, height: 200 }, viewport, window)).toEqual({
    x: -124,
    y: 0,
    k: 1,
  });
  expect(revealed({ x: -50, y: 100, width: 200, height: 200 }, viewport, window)).toEqual({
    x: 74,
    y: 0,
    k: 1,
  });
  // of what is too large, the beginning
  expect(revealed({ x: 300, y: 0, width: 3000, height: 100 }, viewport, window).x).toBe(-276);
});

test('of a long network only the part in view is drawn, and what has the focus', () => {
  const layers = [
    { id: 'input', type: 'input', shape: [8] },
    ...Array.from({ length: 300 }, (_, i) => ({ id: `hidden-${i}`, type: 'dense', units: 8 + (i % 61) })),
  ];
  const scene = sceneOf(stateOf(layers));
  const part = visiblePart(scene, { x: 0, y: 300, k: 1 }, window, new Set(['hidden-200']));
  expect(part.layers.length).toBeLessThan(10);
  expect(part.layers[0]!.card.id).toBe('input');
  expect(part.layers.at(-1)!.card.id).toBe('hidden-200');
  const all = visiblePart(scene, { x: 0, y: 300, k: 0.05 }, window, new Set());
  expect(all.layers.length).toBeGreaterThan(part.layers.length);
});
