import { describe, expect, test } from 'vitest';
import { activations } from '../../../src/core/activations';
import type { Batch, Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import golden from '../../golden/activations.json';
import { builds, wasmSet } from '../kernels/wasmSet';

type Golden = Readonly<Record<string, { readonly values: number[]; readonly slopes: number[] }>>;

const { z: at, ...expected } = golden;
const sets = [
  ['reference kernels in float64', () => referenceKernels('float64')] as const,
  ['reference kernels in float32', () => referenceKernels('float32')] as const,
  ...builds.map(
    ([precision, fma]) => [`kernels ${precision}, ${fma}`, () => wasmSet(precision, fma)] as const,
  ),
];

/** g and its slope at each z, by a kernel set. */
function look(kernels: Kernels, g: (typeof activations)[number], z: readonly number[]) {
  const batch = (): Batch => ({ n: 1, m: z.length, data: kernels.allocate(z.length) });
  const [Z, A, dA, dZ] = [batch(), batch(), batch(), batch()];
  Z.data.set(z);
  dA.data.fill(1);
  kernels.activate(g, Z, A);
  kernels.activateGradient(g, Z, A, dA, dZ);
  return { A: A.data, dZ: dZ.data };
}

describe.each(sets)('%s', (_name, make) => {
  const kernels = make();
  const bound = kernels.precision === 'float64' ? 1e-10 : 1e-5;

  // softmax is a function of all values of an example
  test.each(activations.filter(({ mixes }) => !mixes))('$type is PyTorch’s', g => {
    const { values, slopes } = (expected as Golden)[g.type]!;
    const { A, dZ } = look(kernels, g, at);
    for (const [i, z] of at.entries()) {
      expect(Math.abs(A[i]! - values[i]!) / Math.max(1, Math.abs(z))).toBeLessThan(bound);
      // at its corners a slope is whatever is agreed on
      if (g.type !== 'hard-swish' || Math.abs(z) !== 3)
        expect(Math.abs(dZ[i]! - slopes[i]!)).toBeLessThan(bound);
    }
  });

  test.each(activations)('$type leaves what isn’t a number so, on its way there and back', g => {
    const { A, dZ } = look(kernels, g, [Number.NaN]);
    expect(A[0]).toBeNaN();
    // the slope of straight lines doesn't depend on z, which is only compared with their ends
    const slopes = look(kernels, g, [-2, -1, 1, 2]).dZ;
    const straight = !g.mixes && slopes[0] === slopes[1] && slopes[2] === slopes[3];
    if (!straight) expect(dZ[0]).toBeNaN();
  });

  test.each(activations)('$type has values far out', g => {
    const { A } = look(kernels, g, [-1e4, 1e4]);
    for (const a of A) expect(a).not.toBeNaN();
    expect(A[0]).toBeGreaterThanOrEqual(g.range[0]);
    expect(A[1]).toBeGreaterThan(0);
  });
});
