import { expect, test } from 'vitest';
import { benchModule } from './benchModule';

const { adam } = await benchModule('peers/protocol/adam.mjs');
const { lacking, plainPool } = await benchModule('peers/protocol/lacking.mjs');

test('Adam written for a peer takes means over the batch, corrects its averages and clears the sums', () => {
  const params = Float64Array.of(1, 1);
  const grads = Float64Array.of(8, -2);
  const update = adam([{ params, grads }], 0.1);
  update(4);
  // the first step is of the learning rate, whatever the size of the gradient
  expect(params[0]).toBeCloseTo(0.9, 7);
  expect(params[1]).toBeCloseTo(1.1, 7);
  expect([...grads]).toEqual([0, 0]);
  grads.set([0, -2]);
  update(4);
  // v = 0.9 · 0.2 of 0.19, s = 0.999 · 0.004 of 0.001999
  expect(params[0]).toBeCloseTo(0.9 - (0.1 * (0.18 / 0.19)) / Math.sqrt(0.003996 / 0.001999), 7);
  expect(params[1]).toBeCloseTo(1.2, 7);
});

test('a peer says which layer it lacks', () => {
  const pool = { id: 'pool', type: 'max-pool2d', poolSize: 2, padding: 'valid' };
  const graph = [{ id: 'input', type: 'input' }, pool];
  const able = { 'max-pool2d': plainPool };
  expect(lacking(graph, able)).toBeUndefined();
  expect(lacking(graph, {})).toBe('its program here has no max-pool2d');
  expect(lacking([{ ...pool, stride: [2, 2] }], able)).toBeUndefined();
  expect(lacking([{ ...pool, stride: 1 }], able)).toBe('its program here has no max-pool2d such as pool');
});
