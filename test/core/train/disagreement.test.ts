import { expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { disagreement } from '../../../src/core/train/disagreement';
import { builds, wasmSet } from '../kernels/wasmSet';

it.each(builds)('finds none in the kernels in WebAssembly, %s, %s', (precision, fma) => {
  expect(disagreement(wasmSet(precision, fma))).toBeUndefined();
});

const reference = referenceKernels('float32');
const set = (changed: Partial<Kernels>): Kernels => ({ ...reference, ...changed });

it('names the call that gave other numbers', () => {
  const forgetful = set({ affine: (W, _, X, Z) => reference.affine(W, undefined, X, Z) });
  expect(disagreement(forgetful)).toMatch(/^affine gave -?\d+(\.\d+)? instead of -?\d+(\.\d+)?$/);
  const idle = set({ lossGradient: () => {} });
  expect(disagreement(idle)).toMatch(/^lossGradient of binary-cross-entropy gave /);
});

it('sees what is no number, and what is wrong in the last sum alone', () => {
  const broken = set({
    sumExamples(dZ, db, add) {
      reference.sumExamples(dZ, db, add);
      if (db.data.length === 21) db.data[20] = Number.NaN;
    },
  });
  expect(disagreement(broken)).toMatch(/^sumExamples gave NaN instead of /);
  const inexact = set({
    affineGradient(dZ, X, dW, db, add) {
      reference.affineGradient(dZ, X, dW, db, add);
      if (dW.columns === 300) dW.data[299]! *= 1.1;
    },
  });
  expect(disagreement(inexact)).toMatch(/^affineGradient gave /);
});
