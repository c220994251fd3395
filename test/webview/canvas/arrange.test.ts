import { describe, expect, test, vi } from 'vitest';
import { fitKnown } from '../../../src/core/proposal/fitKnown';
import { knownNetworks } from '../../../src/core/proposal/known/all';
import { proposeKnown } from '../../../src/core/proposal/proposeKnown';
import { arrange } from '../../../webview/canvas/arrange';
import { detailAt, FULL, isWritten, NAMED } from '../../../webview/canvas/detail';
import { boxOf, type Scene, sceneOf } from '../../../webview/canvas/scene/scene';
import { keptShown } from '../../../webview/canvas/shown';
import { zoomed } from '../../../webview/canvas/zoomed';
import type { Viewport } from '../../../webview/state';
import { stateOf } from '../states';

// as it is, but counted
vi.mock(import('../../../webview/canvas/scene/scene'), async original => {
  const scene = await original();
  return { ...scene, sceneOf: vi.fn(scene.sceneOf) };
});
const scenesMade = (work: () => unknown) => {
  vi.mocked(sceneOf).mockClear();
  work();
  return vi.mocked(sceneOf).mock.calls.length;
};

const chain = (count: number) => [
  { id: 'input', type: 'input', shape: [8] },
  ...Array.from({ length: count }, (_, i) => ({ id: `hidden-${i}`, type: 'dense', units: 8 + i })),
];
/** Blocks of two layers beside a skip, as residual networks have them. */
const residual = (blocks: number) => [
  { id: 'input', type: 'input', shape: [8] },
  ...Array.from({ length: blocks }, (_, i) => [
    { id: `a${i}`, type: 'dense', units: 8 + i, inputs: [i === 0 ? 'input' : `sum${i - 1}`] },
    { id: `b${i}`, type: 'dense', units: 8, inputs: [`a${i}`] },
    { id: `sum${i}`, type: 'add', inputs: [`b${i}`, i === 0 ? 'input' : `sum${i - 1}`] },
  ]).flat(),
];
const windows = [
  { width: 560, height: 640 },
  { width: 800, height: 600 },
  { width: 1600, height: 900 },
];

const outOfView = (
  { layers }: Scene,
  { x, y, k }: Viewport,
  { width, height }: { width: number; height: number },
) =>
  [...layers.values()].filter(layer => {
    const box = boxOf(layer);
    const [left, top] = [box.x * k + x, box.y * k + y];
    return left < 0 || top < 0 || left + box.width * k > width || top + box.height * k > height;
  }).length;

const overlaps = ({ layers }: Scene) => {
  const boxes = [...layers.values()].map(boxOf);
  return boxes.filter((a, i) =>
    boxes.some(
      (b, j) =>
        j > i && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ),
  ).length;
};

describe('what is shown before anybody chose', () => {
  test.each(windows)('is all of the network, with text of 9 px and more, in %o', window => {
    for (const layers of [chain(2), chain(6), chain(30), residual(4), residual(16)]) {
      const { scene, viewport } = arrange(stateOf(layers), window);
      expect(viewport.k).toBeGreaterThanOrEqual(NAMED);
      expect(detailAt(viewport.k, scene.detail)).toBe(scene.detail);
      expect(outOfView(scene, viewport, window)).toBe(0);
      expect(overlaps(scene)).toBe(0);
    }
  });

  test('has all detail where there is room, and less of it where there is not', () => {
    const window = windows[2]!;
    const detail = (count: number) => arrange(stateOf(chain(count)), window).scene.detail;
    expect([detail(2), detail(40), detail(200)]).toEqual(['full', 'compact', 'dot']);
  });

  test.each([
    // a window of VS Code of 1000 × 800 and of 1400 × 900, with the panel open
    { width: 603, height: 635 },
    { width: 1003, height: 735 },
    { width: 800, height: 600 },
    { width: 980, height: 560 },
  ])('has all that is written of six dense layers, in %o', window => {
    const dense = [
      { id: 'input', type: 'input', shape: [20] },
      ...[64, 32, 16, 8].map((units, i) => ({
        id: `hidden${i + 1}`,
        type: 'dense',
        units,
        activation: 'relu',
      })),
      { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
    ];
    const { scene, viewport } = arrange(stateOf(dense), window);
    expect(isWritten(scene.detail)).toBe(true);
    expect(viewport.k).toBeGreaterThanOrEqual(FULL);
    expect([outOfView(scene, viewport, window), overlaps(scene)]).toEqual([0, 0]);
    const { width, height } = scene.bounds;
    expect((width * height * viewport.k ** 2) / (window.width * window.height)).toBeGreaterThan(0.4);
  });

  test('has figures where they belong as soon as one zooms in, and where a layer is pinned', () => {
    const window = { width: 603, height: 635 };
    const state = stateOf(chain(5));
    const shown = keptShown(() => window)(state);
    expect(shown.scene.detail).toBe('beside');
    expect([0.5, 0.7, 1, 2].map(k => shown.sceneAt(k).detail)).toEqual(['dot', 'compact', 'beside', 'full']);
    const pinned = stateOf(chain(5), {}, { view: { positions: { input: { x: 0, y: 0 } } } });
    expect(arrange(pinned, window).scene.detail).not.toBe('beside');
  });

  test('leaves room at the ends of lines for the edges that go on: a U-Net has its kinds and shapes', () => {
    const known = knownNetworks.find(({ title }) => title.startsWith('U-Net'))!;
    const fit = fitKnown(known, undefined);
    if (fit.kind === 'misfit') throw new Error(fit.because);
    const text = proposeKnown('unet', known, fit, undefined, undefined);
    const { layers } = JSON.parse(text.replace(/^ *\/\/.*$/gm, ''));
    const window = { width: 1203, height: 835 };
    const { scene, viewport } = arrange(stateOf(layers), window);
    expect(scene.detail).toBe('compact');
    expect([outOfView(scene, viewport, window), overlaps(scene)]).toEqual([0, 0]);
  });

  test('begins at the beginning where the network is too large even for dots', () => {
    const { scene, viewport } = arrange(stateOf(chain(999)), windows[1]!);
    const first = boxOf(scene.layers.get('input')!);
    expect(viewport.k).toBeGreaterThanOrEqual(NAMED);
    expect(first.x * viewport.k + viewport.x).toBeGreaterThan(0);
    expect(first.y * viewport.k + viewport.y).toBeGreaterThan(0);
    expect(outOfView(scene, viewport, windows[1]!)).toBeGreaterThan(500);
  });

  test('flows down in a window that is higher than wide, and one way where that is fixed', () => {
    const tall = { width: 480, height: 1200 };
    expect(arrange(stateOf(chain(6)), tall).arrangement.orientation).toBe('vertical');
    expect(arrange(stateOf(chain(2)), windows[2]!).arrangement.orientation).toBe('horizontal');
    const fixed = arrange(stateOf(chain(6), {}, { view: { flow: 'horizontal' } }), tall).arrangement;
    expect([fixed.orientation, fixed.breaks.size]).toEqual(['horizontal', 0]);
    expect(arrange(stateOf(chain(2), { flow: 'vertical' }), windows[2]!).arrangement.orientation).toBe(
      'vertical',
    );
  });

  test('breaks lines where one tensor runs, if they are well filled so', () => {
    const { arrangement } = arrange(stateOf(residual(40)), windows[1]!);
    expect(arrangement.breaks.size).toBeGreaterThan(1);
    for (const id of arrangement.breaks) expect(id).toMatch(/^a/);
  });

  test('makes one scene for each direction and detail, however many zooms it tries, where a layer is pinned', () => {
    const state = stateOf(chain(300), {}, { view: { positions: { 'hidden-4': { x: 4000, y: 900 } } } });
    // and the one that is shown
    expect(scenesMade(() => arrange(state, windows[0]!))).toBeLessThanOrEqual(2 * 3 + 1);
  });

  test('stays where it is when a layer grows, and up to where one comes', () => {
    const window = windows[1]!;
    const before = arrange(stateOf(chain(26)), window);
    const grown = chain(26).map(layer => (layer.id === 'hidden-3' ? { ...layer, units: 9 } : layer));
    expect(arrange(stateOf(grown), window).scene.layers.get('hidden-20')!.at).toEqual(
      before.scene.layers.get('hidden-20')!.at,
    );
    const longer = [
      ...chain(26).slice(0, 21),
      { id: 'new', type: 'dense', units: 9 },
      ...chain(26).slice(21),
    ];
    const after = arrange(stateOf(longer), window);
    expect(after.viewport.k).toBe(before.viewport.k);
    for (const id of ['input', 'hidden-0', 'hidden-19']) {
      expect(after.scene.layers.get(id)!.at).toEqual(before.scene.layers.get(id)!.at);
    }
  });
});

describe('what is shown in the end', () => {
  const setUp = () => {
    let size = windows[2]!;
    const shown = keptShown(() => size);
    return { shown, resize: (to: typeof size) => (size = to) };
  };

  test('follows the window until somebody zooms, and again when that is taken back', () => {
    const { shown, resize } = setUp();
    const state = stateOf(chain(12));
    const wide = shown(state);
    resize(windows[0]!);
    const narrow = shown(state);
    expect(outOfView(narrow.scene, narrow.viewport, windows[0]!)).toBe(0);
    expect(narrow.viewport).not.toEqual(wide.viewport);
    const byHand = { ...state, viewport: { x: 10, y: 20, k: 1 } };
    const before = shown(byHand);
    resize(windows[2]!);
    expect(shown(byHand).viewport).toEqual(before.viewport);
    expect(shown(byHand).scene).toBe(before.scene);
    expect(shown(state).viewport).toEqual(wide.viewport);
  });

  test('is what it was with another layer or connection selected, drawn once more', () => {
    const { shown } = setUp();
    const state = stateOf(chain(40), {}, { view: { positions: { 'hidden-4': { x: 400, y: 900 } } } });
    const before = shown(state);
    const layer = { ...state, selection: ['hidden-3'] };
    expect(scenesMade(() => shown(layer))).toBe(1);
    expect(shown(layer).viewport).toBe(before.viewport);
    expect(shown(layer).scene.layers.get('hidden-3')!.card.selected).toBe(true);
    const connection = { ...state, edge: { from: 'hidden-3', to: 'hidden-4' } };
    expect(scenesMade(() => shown(connection))).toBe(1);
    expect(shown(connection).scene.edges.filter(({ selected }) => selected)).toHaveLength(1);
  });

  test('keeps its lines while one zooms, and what is under the pointer there', () => {
    const { shown } = setUp();
    const state = stateOf(chain(40));
    const { scene, viewport, sceneAt } = shown(state);
    expect(scene.detail).toBe('compact');
    const layer = scene.layers.get('hidden-30')!;
    const point = { x: layer.at.x * viewport.k + viewport.x, y: layer.at.y * viewport.k + viewport.y };
    for (const k of [0.3, 0.7, 1, 3]) {
      const next = zoomed({ viewport: () => viewport, scene, sceneAt }, k, point);
      const there = sceneAt(k).layers.get('hidden-30')!.at;
      expect(there.x * k + next.x).toBeCloseTo(point.x, 6);
      expect(there.y * k + next.y).toBeCloseTo(point.y, 6);
    }
    const lines = (at: Scene) => new Set([...at.layers.values()].map(({ at: { y } }) => y)).size;
    expect(lines(sceneAt(1))).toBe(lines(scene));
  });
});
