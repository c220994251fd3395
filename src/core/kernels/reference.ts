import type { Batch, Floats, Kernels, Precision } from './kernels';

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
      for (let i = 0; i < X.m; i++) {
        for (let j = 0; j < Z.n; j++) {
          Z.data[i * Z.n + j] = dot(W.data, j * X.n, X.data, i * X.n, X.n) + (b ? b.data[j]! : 0);
        }
      }
    },

    affineGradient(dZ, X, dW, db) {
      for (let j = 0; j < dZ.n; j++) {
        addCombination(dW.data, j * X.n, X.n, X.data, X.m, dZ.data, j, dZ.n);
      }
      if (!db) return;
      for (let i = 0; i < dZ.m; i++) {
        for (let j = 0; j < dZ.n; j++) db.data[j]! += dZ.data[i * dZ.n + j]!;
      }
    },

    affineInputGradient(W, dZ, dX) {
      for (let i = 0; i < dX.m; i++) {
        addCombination(dX.data, i * dX.n, dX.n, W.data, W.rows, dZ.data, i * dZ.n, 1);
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

/** Σ aᵢ·bᵢ over two runs of n values. Four sums at a time, since each addition waits for the one before it. */
function dot(a: Floats, aStart: number, b: Floats, bStart: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += a[aStart + k]! * b[bStart + k]!;
    s1 += a[aStart + k + 1]! * b[bStart + k + 1]!;
    s2 += a[aStart + k + 2]! * b[bStart + k + 2]!;
    s3 += a[aStart + k + 3]! * b[bStart + k + 3]!;
  }
  for (; k < n; k++) s0 += a[aStart + k]! * b[bStart + k]!;
  return s0 + s1 + s2 + s3;
}

/**
 * Adds to a run of n values of `target` the sum of `count` runs of `source` (one after the other), each times its
 * coefficient. Four runs at a time, so that the target is read and written a quarter as often.
 */
function addCombination(
  target: Floats,
  start: number,
  n: number,
  source: Floats,
  count: number,
  coefficients: Floats,
  first: number,
  stride: number,
): void {
  let r = 0;
  for (; r + 3 < count; r += 4) {
    const c0 = coefficients[first + r * stride]!;
    const c1 = coefficients[first + (r + 1) * stride]!;
    const c2 = coefficients[first + (r + 2) * stride]!;
    const c3 = coefficients[first + (r + 3) * stride]!;
    const s0 = r * n;
    const s1 = s0 + n;
    const s2 = s1 + n;
    const s3 = s2 + n;
    for (let k = 0; k < n; k++) {
      target[start + k]! +=
        c0 * source[s0 + k]! + c1 * source[s1 + k]! + c2 * source[s2 + k]! + c3 * source[s3 + k]!;
    }
  }
  for (; r < count; r++) {
    const c = coefficients[first + r * stride]!;
    for (let k = 0; k < n; k++) target[start + k]! += c * source[r * n + k]!;
  }
}
