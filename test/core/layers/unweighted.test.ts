import { describe, expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import golden from '../../golden/unweightedLayers.json';
import { builds, threadedSet, wasmSet } from '../kernels/wasmSet';
import { runLayer } from './runLayer';

// layers without weights, held to PyTorch's: python3 test/golden/unweightedLayers.py > test/golden/unweightedLayers.json
const sets = [
  ['reference kernels in float64', () => referenceKernels('float64')] as const,
  ['reference kernels in float32', () => referenceKernels('float32')] as const,
  ...builds.map(
    ([precision, fma]) => [`kernels ${precision}, ${fma}`, () => wasmSet(precision, fma)] as const,
  ),
  ['kernels on three threads', () => threadedSet('float32', 3)] as const,
];

const cases = golden.map(each => [JSON.stringify(each.layer), each] as const);

describe.each(sets)('%s', (_name, make) => {
  const kernels = make();
  const bound = kernels.precision === 'float64' ? 1e-10 : 1e-5;

  test.each(cases)(
    '%s gives the values and the gradients of PyTorch',
    (_layer, { layer, inputs, output }) => {
      const { A, dA } = runLayer(kernels, layer, inputs, { ...output, values: output.gradient });
      const near = (found: readonly number[], expected: readonly number[]) => {
        expect(found).toHaveLength(expected.length);
        for (const [i, value] of found.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(bound);
      };
      near(A, output.values);
      for (const [i, { gradient }] of inputs.entries()) near(dA[i]!, gradient);
    },
  );
});
