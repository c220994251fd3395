import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detailAt, FULL } from '../../../webview/canvas/detail';
import { firstViewport } from '../../../webview/canvas/firstViewport';
import { fitViewport } from '../../../webview/canvas/fitViewport';
import { keepInView } from '../../../webview/canvas/keepInView';
import { revealed } from '../../../webview/canvas/revealSelection';
import { type Scene, sceneOf } from '../../../webview/canvas/scene/scene';
import { visiblePart } from '../../../webview/canvas/visiblePart';
import { withinReach } from '../../../webview/canvas/withinReach';
import { beyondOf } from '../../../webview/overlays/beyond';
import { oneHidden, stateOf } from '../states';

const anyBox = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 8000 }),
});
const window = { width: 1000, height: 600 };

test('fitting shows all of the drawing, in the middle', () => {
  fc.assert(
    fc.property(anyBox, box => {
      const { x, y, k } = fitViewport(box, window);
      const left = box.x * k + x;
      const top = box.y * k + y;
      expect(left).toBeGreaterThan(-1e-6);
      expect(top).toBeGreaterThan(-1e-6);
      expect(left * 2 + box.width * k).toBeCloseTo(window.width, 6);
      expect(top * 2 + box.height * k).toBeCloseTo(window.height, 6);
    }),
  );
});

const chain = (count: number) => [
  { id: 'input', type: 'input', shape: [8] },
  ...Array.from({ length: count }, (_, i) => ({ id: `hidden-${i}`, type: 'dense', units: 8 })),
];

test('a network too long to be read as a whole is shown from its beginning, with its shapes', () => {
  const short = sceneOf(stateOf(chain(1)));
  expect(firstViewport(short, window)).toEqual(fitViewport(short.bounds, window));
  const long = sceneOf(stateOf(chain(100)));
  const { x, y, k } = firstViewport(long, window);
  expect(detailAt(k)).toBe('full');
  expect(k).toBeGreaterThan(FULL);
  expect(long.bounds.x * k + x).toBe(32);
  expect((long.bounds.y + long.bounds.height / 2) * k + y).toBeCloseTo(300, 6);
});

test('a network that can be read as a whole is shown so beside the palette too', () => {
  const scene = sceneOf(stateOf(chain(5)));
  const beside = { width: 500, height: 600 };
  expect(fitViewport(scene.bounds, window).k).toBeGreaterThan(FULL);
  expect(fitViewport(scene.bounds, beside).k).toBeLessThan(FULL);
  expect(firstViewport(scene, beside, window.width)).toEqual(fitViewport(scene.bounds, beside));
  expect(firstViewport(scene, beside).k).toBeGreaterThan(FULL);
});

test('branches of a network too long to be read as a whole are all in view, where they can be', () => {
  const branches = (count: number) => {
    const ids = Array.from({ length: count }, (_, i) => `branch-${i}`);
    return sceneOf(
      stateOf([
        { id: 'input', type: 'input', shape: [8] },
        ...ids.map(id => ({ id, type: 'dense', units: 8, inputs: ['input'] })),
        { id: 'sum', type: 'add', inputs: ids },
        ...chain(20).slice(1),
      ]),
    );
  };
  const three = branches(3);
  const shown = firstViewport(three, window);
  expect(detailAt(shown.k)).toBe('full');
  const top = three.bounds.y * shown.k + shown.y;
  expect(top).toBeGreaterThanOrEqual(31.9);
  expect(top + three.bounds.height * shown.k).toBeLessThanOrEqual(568.1);
  const many = branches(20);
  const { y, k } = firstViewport(many, window);
  expect(k).toBe(FULL);
  expect(many.layers.get('input')!.at.y * k + y).toBe(300);
});

test('how many layers lie beyond the edges is counted', () => {
  const scene = sceneOf(stateOf(chain(29)));
  const whole = { left: 0, right: 0, above: 0, below: 0 };
  expect(beyondOf(scene, fitViewport(scene.bounds, window), window)).toEqual(whole);
  const first = beyondOf(scene, firstViewport(scene, window), window);
  expect(first.right).toBeGreaterThan(20);
  expect(first.right).toBeLessThan(30);
  expect({ ...first, right: 0 }).toEqual(whole);
  const { x, k } = firstViewport(scene, window);
  expect(beyondOf(scene, { x, y: 10_000, k }, window)).toEqual({
    ...whole,
    right: first.right,
    below: 30 - first.right,
  });
  expect(beyondOf(scene, { x, y: 0, k }, { width: 0, height: 0 })).toEqual(whole);
});

test('a network that was all in view stays so when a layer comes, and is left alone otherwise', () => {
  const [input, hidden, output] = oneHidden;
  const three = sceneOf(stateOf(oneHidden));
  const four = sceneOf(stateOf([input!, hidden!, { ...hidden, id: 'hidden-2' }, output!]));
  const wider = sceneOf(stateOf([input!, { ...hidden, units: 11 }, output!]));
  const viewport = fitViewport(three.bounds, window);
  const drawn = (scene: Scene, size = window) => ({ scene, size });
  expect(keepInView(drawn(three), drawn(four), viewport)).toEqual(fitViewport(four.bounds, window));
  expect(keepInView(drawn(three), drawn(wider), viewport)).toBe(undefined);
  expect(keepInView(drawn(four), drawn(three), viewport)).toBe(undefined);
  expect(keepInView(undefined, drawn(four), viewport)).toBe(undefined);
  // one more makes it too long to be read as a whole
  const long = sceneOf(stateOf(chain(7)));
  const longer = sceneOf(stateOf(chain(8)));
  expect(keepInView(drawn(long), drawn(longer), fitViewport(long.bounds, window))).toBe(undefined);
  // somebody looks at a part
  expect(keepInView(drawn(three), drawn(four), { ...viewport, k: 3 })).toBe(undefined);
});

test('a network that was all in view stays so when the view gets narrower', () => {
  const scene = sceneOf(stateOf(oneHidden));
  const narrow = { width: 500, height: 600 };
  const viewport = fitViewport(scene.bounds, window);
  const before = { scene, size: window };
  expect(keepInView(before, { scene, size: narrow }, viewport)).toEqual(firstViewport(scene, narrow));
  expect(keepInView({ scene, size: narrow }, before, viewport)).toBe(undefined);
  expect(keepInView(before, { scene, size: narrow }, { ...viewport, k: 3 })).toBe(undefined);
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
    ...Array.from({ length: 300 }, (_, i) => ({ id: `hidden-${i}`, type: 'dense', units: 8 })),
  ];
  const scene = sceneOf(stateOf(layers));
  const part = visiblePart(scene, { x: 0, y: 300, k: 1 }, window, new Set(['hidden-200']));
  expect(part.layers.length).toBeLessThan(10);
  expect(part.layers[0]!.card.id).toBe('input');
  expect(part.layers.at(-1)!.card.id).toBe('hidden-200');
  const all = visiblePart(scene, fitViewport(scene.bounds, window), window, new Set());
  expect(all.layers.length).toBeGreaterThan(part.layers.length);
});
