import { addCombinations } from './addCombinations';
import { interpreted } from './interpreted';
import type { Batch, Calls, Kernels, Precision } from './kernels';
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
    threads: 1,
    flopsPerPiece: 30e6,
    allocate: length => new FloatArray(length),
    allocateSums: length => new Float64Array(length),
    place: array => array,
    compile: ops => interpreted(ops, referenceCalls),
    ...referenceCalls,
  };
}

/** The calls on arrays of either precision. */
export const referenceCalls: Calls = {
  gather({ data, indices, scale, mean, deviation }, start, X) {
    for (let i = 0; i < X.m; i++) {
      const from = indices[start[0]! + i]! * X.n;
      const to = i * X.n;
      for (let j = 0; j < X.n; j++) {
        const x = data[from + j]! / scale;
        X.data[to + j] = mean ? (x - mean[j]!) / deviation![j]! : x;
      }
    }
  },

  clear: x => void x.data.fill(0, 0, size(x)),

  affine(W, b, X, Z) {
    rowProducts(X.data, X.m, W.data, W.rows, X.n, b?.data, Z.data);
  },

  affineGradient(dZ, X, dW, db, add) {
    if (!add) referenceCalls.clear(dW);
    addCombinations(dW.data, dW.rows, X.data, X.m, X.n, dZ.data, 1, dZ.n);
    if (db) referenceCalls.sumExamples(dZ, db, add);
  },

  sumExamples(dZ, db, add) {
    if (!add) referenceCalls.clear(db);
    for (let i = 0; i < dZ.m; i++) {
      for (let j = 0; j < dZ.n; j++) db.data[j]! += dZ.data[i * dZ.n + j]!;
    }
  },

  affineInputGradient(W, dZ, dX, add) {
    if (!add) referenceCalls.clear(dX);
    addCombinations(dX.data, dX.m, W.data, W.rows, dX.n, dZ.data, dZ.n, 1);
  },

  innerProducts({ n, m, data }, products, rest, sums) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += data[i * n + k]! * data[j * n + k]!;
        sums[i * m + j] = sum;
      }
    }
    products.data.set(sums.subarray(0, m * m));
    for (let k = 0; k < m * m; k++) rest.data[k] = sums[k]! - products.data[k]!;
  },

  addBias(P, b, Z) {
    for (let i = 0; i < Z.m; i++) {
      for (let j = 0; j < Z.n; j++) Z.data[i * Z.n + j] = P.data[i * Z.n + j]! + (b ? b.data[j]! : 0);
    }
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

  accumulate(A, sum, add) {
    if (!add) referenceCalls.clear(sum);
    for (let k = 0; k < size(A); k++) sum.data[k]! += A.data[k]!;
  },

  addExactly(A, sum, rest) {
    for (let k = 0; k < size(A); k++) {
      const before = sum.data[k]!;
      const term = A.data[k]! - rest.data[k]!;
      sum.data[k] = before + term;
      rest.data[k] = sum.data[k]! - before - term;
    }
  },

  accumulateRows(source, target, from, add) {
    for (let i = 0; i < source.m; i++) {
      for (let j = 0; j < source.n; j++) {
        const to = i * target.n + from + j;
        target.data[to] = (add ? target.data[to]! : 0) + source.data[i * source.n + j]!;
      }
    }
  },

  accumulateSlice(source, from, target, add) {
    for (let i = 0; i < target.m; i++) {
      for (let j = 0; j < target.n; j++) {
        const to = i * target.n + j;
        target.data[to] = (add ? target.data[to]! : 0) + source.data[i * source.n + from + j]!;
      }
    }
  },

  sumLoss(loss, A, Z, Y, sum) {
    let total = sum[0]!;
    for (let i = 0; i < Y.m; i++) {
      total += Z
        ? loss.paired!.lossFromZ(Z.data, Y.data, i * Y.n, Y.n)
        : loss.loss(A.data, Y.data, i * Y.n, Y.n);
    }
    sum[0] = total;
  },

  lossGradient(loss, A, Y, dA) {
    for (let i = 0; i < Y.m; i++) loss.gradient(A.data, Y.data, dA.data, i * Y.n, Y.n);
  },

  update(optimizer, fields, parameter, gradient, slots, at) {
    const [factor, steps] = at;
    for (let k = 0; k < gradient.length; k++) gradient[k]! *= factor!;
    optimizer.update(fields, parameter, gradient, slots, steps! + 1);
    for (const values of [parameter, ...slots]) {
      // 0 · x is 0 for every finite x and NaN for the others: one sum instead of a branch a value
      let check = 0;
      for (let k = 0; k < values.length; k++) check += 0 * values[k]!;
      if (check !== 0) at[2] = Number.NaN;
    }
  },

  advance(at) {
    at[1]! += 1;
  },
};

const size = (x: Batch | { readonly rows: number; readonly columns: number }) =>
  'm' in x ? x.n * x.m : x.rows * x.columns;
