import { describe, expect, test } from 'vitest';
import { activationOf } from '../../../src/core/activations';
import { losses, lossField, lossOf } from '../../../src/core/losses';

/** J of examples with n values each. */
function cost(type: string, A: number[], Y: number[], n: number): number {
  const loss = lossOf(type);
  let sum = 0;
  for (let i = 0; i < A.length; i += n) sum += loss.loss(Float64Array.from(A), Float64Array.from(Y), i, n);
  return sum * loss.scale(A.length / n, n);
}

test('costs as their formulas give them', () => {
  // the notes' example: ŷ = .9 .2 .1 .4 .9, y = 1 0 0 1 1: L1 = 1.1, L2 = 0.43
  const yhat = [0.9, 0.2, 0.1, 0.4, 0.9];
  const y = [1, 0, 0, 1, 1];
  expect(cost('l1', yhat, y, 1)).toBeCloseTo(1.1, 12);
  expect(cost('l2', yhat, y, 1)).toBeCloseTo(0.43, 12);
  expect(cost('mean-squared-error', yhat, y, 1)).toBeCloseTo(0.43 / 5, 12);
  expect(cost('mean-squared-error', [1, 2, 3, 4], [1, 0, 0, 0], 2)).toBeCloseTo(29 / 4, 12);
  const logs = Math.log(0.9) + Math.log(0.8) + Math.log(0.9) + Math.log(0.4) + Math.log(0.9);
  expect(cost('binary-cross-entropy', yhat, y, 1)).toBeCloseTo(-logs / 5, 12);
  expect(
    cost('categorical-cross-entropy', [0.7, 0.2, 0.1, 0.3, 0.3, 0.4], [1, 0, 0, 0, 0, 1], 3),
  ).toBeCloseTo(-(Math.log(0.7) + Math.log(0.4)) / 2, 12);
});

test('L1 is the sum of the absolute differences: errors of different sign don’t cancel', () => {
  expect(cost('l1', [1, -1], [0, 0], 1)).toBe(2);
});

describe.each(losses)('$type', loss => {
  test('is finite and has a finite gradient where ŷ is exactly 0 or 1', () => {
    for (const [A, Y] of [
      [
        [0, 1],
        [1, 0],
      ],
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 0],
        [1, 0],
      ],
    ] as const) {
      const dA = new Float64Array(2);
      expect(loss.loss(Float64Array.from(A), Float64Array.from(Y), 0, 2)).toBeLessThan(1000);
      loss.gradient(Float64Array.from(A), Float64Array.from(Y), dA, 0, 2);
      expect(dA.every(Number.isFinite)).toBe(true);
    }
  });

  test('suits activations that there are', () => {
    for (const type of loss.suits) expect(activationOf(type).type).toBe(type);
  });
});

describe.each(losses.filter(({ paired }) => paired))('$type, from Z', loss => {
  const paired = loss.paired!;
  const fromZ = (z: number[], y: number[]) =>
    paired.lossFromZ(Float64Array.from(z), Float64Array.from(y), 0, z.length);
  const fromA = (z: number[], y: number[]) => {
    const A = new Float64Array(z.length);
    activationOf(paired.activation).forward(Float64Array.from(z), A, 0, z.length);
    return loss.loss(A, Float64Array.from(y), 0, z.length);
  };

  test('is the loss of g(Z)', () => {
    for (const z of [
      [0.3, -1.2, 2],
      [5, -5, 0],
      [-20, 3, 1],
    ])
      expect(fromZ(z, [0, 1, 0])).toBeCloseTo(fromA(z, [0, 1, 0]), 9);
  });

  test('keeps its digits where g(Z) is 0 or 1 to the last bit', () => {
    expect(fromZ([800, -800], [0, 1])).toBeCloseTo(1600, 9);
    expect(fromZ([800, -800], [1, 0])).toBe(0);
    expect(fromZ([1e300, -1e300], [1, 0])).toBe(0);
  });
});

test('the field takes their names', () => {
  expect(lossField.parse('l1')).toBe('l1');
  expect(lossField.safeParse('l3').success).toBe(false);
});
