import { expect, test } from 'vitest';
import { found } from '../../../webview/canvas/found';
import { mapOf } from '../../../webview/overlays/minimap';
import { stateOf } from '../states';

const { network, shapes } = stateOf([
  { id: 'input', type: 'input', shape: [28, 28, 1] },
  { id: 'edges', type: 'conv2d', filters: 6, kernelSize: 5, padding: 'same' },
  { id: 'smaller', type: 'max-pool2d', poolSize: 2, stride: 2 },
  { id: 'flatten', type: 'flatten' },
  { id: 'wide', type: 'dense', units: 128 },
  { id: 'output', type: 'dense', units: 28 },
]).good!;
const find = (query: string) => found(network.layers, shapes, query);

test.each([
  ['edge', ['edges']],
  ['dense', ['wide', 'output']],
  ['Convolution', ['edges']],
  ['28', ['input', 'edges', 'output']],
  ['28x28', ['input', 'edges']],
  ['28 × 28 × 6', ['edges']],
  ['(28, 28, 1)', ['input']],
  ['dense 128', ['wide']],
  ['14×14', ['smaller']],
  ['', []],
  ['   ', []],
  ['nothing', []],
])('%s finds what it names', (query, ids) => {
  expect(find(query)).toEqual(ids);
});

test('a long query is read at once', () => {
  expect(find(`1${' '.repeat(20_000)}x ${'( , '.repeat(5000)}`)).toEqual([]);
});

test('the map holds all of the drawing, in the middle', () => {
  for (const bounds of [
    { x: -50, y: 20, width: 4000, height: 300 },
    { x: 0, y: -10, width: 200, height: 9000 },
  ]) {
    const { x, y, k } = mapOf({ bounds });
    const [left, top] = [bounds.x * k + x, bounds.y * k + y];
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left * 2 + bounds.width * k).toBeCloseTo(184, 6);
    expect(top * 2 + bounds.height * k).toBeCloseTo(112, 6);
  }
});
