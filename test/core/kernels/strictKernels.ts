import { interpreted } from '../../../src/core/kernels/interpreted';
import type { Batch, Calls, Kernels, Matrix, Precision } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';

/** The reference kernels, which refuse operands whose shapes don't fit: typed arrays would let them pass. */
export function strictKernels(precision: Precision): Kernels {
  const kernels = referenceKernels(precision);
  const same = (what: string, ...sizes: number[]) => {
    if (sizes.some(size => size !== sizes[0])) throw new Error(`${what}: ${sizes.join(' and ')}`);
  };
  const holds = (...arrays: (Batch | Matrix)[]) => {
    for (const array of arrays) {
      const size = 'm' in array ? array.n * array.m : array.rows * array.columns;
      if (array.data.length < size) throw new Error(`${size} values in ${array.data.length}`);
    }
  };
  const layer = (W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch) => {
    holds(W, X, Z, ...(b ? [b] : []));
    same('n_in', W.columns, X.n);
    same('n_out', W.rows, Z.n, b?.rows ?? Z.n);
    same('m', X.m, Z.m);
  };
  const alike = (...batches: Batch[]) => {
    holds(...batches);
    same('n', ...batches.map(({ n }) => n));
    same('m', ...batches.map(({ m }) => m));
  };
  const within = (part: Batch, from: number, whole: Batch) => {
    holds(part, whole);
    same('m', part.m, whole.m);
    if (from + part.n > whole.n) throw new Error(`rows ${from} to ${from + part.n} of ${whole.n}`);
  };
  const calls: Calls = {
    ...kernels,
    affine(W, b, X, Z) {
      layer(W, b, X, Z);
      kernels.affine(W, b, X, Z);
    },
    affineGradient(dZ, X, dW, db, add) {
      layer(dW, db, X, dZ);
      kernels.affineGradient(dZ, X, dW, db, add);
    },
    affineInputGradient(W, dZ, dX, add) {
      layer(W, undefined, dX, dZ);
      kernels.affineInputGradient(W, dZ, dX, add);
    },
    activate(g, Z, A) {
      alike(Z, A);
      kernels.activate(g, Z, A);
    },
    activateGradient(g, Z, A, dA, dZ) {
      alike(Z, A, dA, dZ);
      kernels.activateGradient(g, Z, A, dA, dZ);
    },
    subtract(A, B, C) {
      alike(A, B, C);
      kernels.subtract(A, B, C);
    },
    accumulate(A, sum, add) {
      alike(A, sum);
      kernels.accumulate(A, sum, add);
    },
    accumulateRows(source, target, from, add) {
      within(source, from, target);
      kernels.accumulateRows(source, target, from, add);
    },
    accumulateSlice(source, from, target, add) {
      within(target, from, source);
      kernels.accumulateSlice(source, from, target, add);
    },
  };
  return { ...kernels, ...calls, compile: ops => interpreted(ops, calls) };
}
