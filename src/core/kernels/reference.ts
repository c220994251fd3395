import { addCombinations } from './addCombinations';
import type { Batch, Kernels, Precision } from './kernels';
import { rowProducts } from './rowProducts';

/**
 * The kernels in plain JavaScript, in float64 or float32. They say what each operation means; faster sets are tested
 * against them. Both `W` and a batch are walked along contiguous runs: a row of W and an example have the same length.
 */
export function referenceKernels(precision: Precision): Kernels {
  const FloatArray = precision === 'float64' ? Float64Array : Float32Array;
  return {
    name: 'reference',
    precision,
    allocate: length => new FloatArray(length),
    fill: (x, value) => void x.fill(value),

    affine(W, b, X, Z) {
      rowProducts(X.data, X.m, W.data, W.rows, X.n, b?.data, Z.data);
    },

    affineGradient(dZ, X, dW, db) {
      addCombinations(dW.data, dW.rows, X.data, X.m, X.n, dZ.data, 1, dZ.n);
      if (!db) return;
      for (let i = 0; i < dZ.m; i++) {
        for (let j = 0; j < dZ.n; j++) db.data[j]! += dZ.data[i * dZ.n + j]!;
      }
    },

    affineInputGradient(W, dZ, dX) {
      addCombinations(dX.data, dX.m, W.data, W.rows, dX.n, dZ.data, dZ.n, 1);
    },

    activate(g, Z, A) {
      for (let i = 0; i < Z.m; i++) g.forward(Z.data, A.data, i * Z.n, Z.n);
    },

    activateGradient(g, Z, A, dA, dZ) {
      for (let i = 0; i < Z.m; i++) g.backward(Z.data, A.data, dA.data, dZ.data, i * Z.n, Z.n);
    },

    subtract(A, B, C) {
      for (let k = 0; k < size(C); k++) C.data[k] = A.data[k]! - B.data[k]!;
    },

    accumulate(A, sum) {
      for (let k = 0; k < size(A); k++) sum.data[k]! += A.data[k]!;
    },

    accumulateRows(source, target, from) {
      for (let i = 0; i < source.m; i++) {
        for (let j = 0; j < source.n; j++) {
          target.data[i * target.n + from + j]! += source.data[i * source.n + j]!;
        }
      }
    },

    accumulateSlice(source, from, target) {
      for (let i = 0; i < target.m; i++) {
        for (let j = 0; j < target.n; j++) {
          target.data[i * target.n + j]! += source.data[i * source.n + from + j]!;
        }
      }
    },

    scale(x, factor) {
      for (let k = 0; k < x.length; k++) x[k]! *= factor;
    },

    update(optimizer, fields, parameter, gradient, slots, step) {
      optimizer.update(fields, parameter, gradient, slots, step);
    },
  };
}

const size = (batch: Batch) => batch.n * batch.m;
