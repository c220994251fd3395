import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { activationField, activationOf, activations } from '../../../src/core/activations';

/** g(z) of one example. */
function g(type: string, z: number[]): number[] {
  const A = new Float64Array(z.length);
  activationOf(type).forward(Float64Array.from(z), A, 0, z.length);
  return [...A];
}

test('values as their formulas give them', () => {
  expect(g('linear', [-2, 3])).toEqual([-2, 3]);
  expect(g('relu', [-2, 0, 3])).toEqual([0, 0, 3]);
  expect(g('leaky-relu', [-2, 3])).toEqual([-0.02, 3]);
  expect(g('sigmoid', [0])).toEqual([0.5]);
  expect(g('sigmoid', [2])[0]).toBeCloseTo(0.8807970779778823, 15);
  expect(g('tanh', [0.5])[0]).toBeCloseTo(0.46211715726001, 13);
  expect(g('softmax', [1, 2, 3]).map(a => Number(a.toFixed(8)))).toEqual([
    0.09003057, 0.24472847, 0.66524096,
  ]);
});

test('very large Z gives the limits, not NaN', () => {
  expect(g('sigmoid', [-1e4, 1e4])).toEqual([0, 1]);
  expect(g('tanh', [-1e4, 1e4])).toEqual([-1, 1]);
  expect(g('softmax', [1e4, -1e4, 1e4])).toEqual([0.5, 0, 0.5]);
});

describe.each(activations)('$type', activation => {
  test('NaN stays NaN, so that it is found where it arose', () => {
    expect(g(activation.type, [Number.NaN])[0]).toBeNaN();
  });

  test('stays within the range it says', () => {
    const [low, high] = activation.range;
    for (const a of g(activation.type, [-50, -1, -0.1, 0, 0.1, 1, 50])) {
      expect(a).toBeGreaterThanOrEqual(low);
      expect(a).toBeLessThanOrEqual(high);
    }
  });

  test('its derivative is that of its values', () => {
    const at = [-1.3, 0.4, 2.1];
    const dA = [0.7, -1.1, 0.3];
    const Z = Float64Array.from(at);
    const A = Float64Array.from(g(activation.type, at));
    const dZ = new Float64Array(3);
    activation.backward(Z, A, Float64Array.from(dA), dZ, 0, 3);
    const weighted = (z: number[]) => g(activation.type, z).reduce((sum, a, j) => sum + a * dA[j]!, 0);
    for (let j = 0; j < 3; j++) {
      const moved = (by: number) => weighted(at.map((z, k) => (k === j ? z + by : z)));
      expect(dZ[j]).toBeCloseTo((moved(1e-6) - moved(-1e-6)) / 2e-6, 8);
    }
  });
});

test('the field takes their names, and its JSON schema lists them with what they are for', () => {
  expect(activationField.parse('tanh')).toBe('tanh');
  expect(activationField.safeParse('tan').success).toBe(false);
  expect(z.toJSONSchema(activationField)).toMatchObject({
    enum: activations.map(({ type }) => type),
    enumDescriptions: activations.map(() => expect.any(String)),
  });
  expect(() => activationOf('tan')).toThrow('tan');
});
