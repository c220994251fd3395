import { describe, expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { conformsToTheNotes } from './conformance';

describe.each(['float64', 'float32'] as const)('reference kernels, %s', precision => {
  const kernels = referenceKernels(precision);
  test('keep their arrays in their precision, zeroed', () => {
    const array = kernels.allocate(3);
    expect(array).toBeInstanceOf(precision === 'float64' ? Float64Array : Float32Array);
    expect([...array]).toEqual([0, 0, 0]);
  });
  conformsToTheNotes(kernels);
});
