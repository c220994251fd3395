import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch, Matrix } from '../../../src/core/kernels/kernels';
import { placesWidth } from '../../../src/core/kernels/poolPlaces';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { inputSize, places, positions, type Window } from '../../../src/core/kernels/window';
import { Random } from '../../../src/core/random';

// What the calls over windows mean, from the definitions of the notes, on slices of a padded picture; and of the
// gradients that they are the transposes: Σ dZ·f(X) = Σ dX·X for every f that is linear in X.
const kernels = referenceKernels('float64');
const m = 2;

const side = fc
  .record({
    k: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 2 }),
    more: fc.nat(5),
    padding: fc.nat(2),
  })
  .map(({ k, stride, dilation, more, padding }) => {
    const reach = (k - 1) * dilation + 1;
    const pad = Math.min(padding, k - 1);
    const size = Math.max(1, reach - 2 * pad) + more;
    return { k, stride, dilation, pad, size, out: Math.floor((size + 2 * pad - reach) / stride) + 1 };
  });
const windows = fc.tuple(side, side, fc.integer({ min: 1, max: 6 })).map(
  ([h, w, inC]): Window => ({
    inH: h.size,
    inW: w.size,
    inC,
    kH: h.k,
    kW: w.k,
    strideH: h.stride,
    strideW: w.stride,
    padTop: h.pad,
    padLeft: w.pad,
    dilationH: h.dilation,
    dilationW: w.dilation,
    outH: h.out,
    outW: w.out,
  }),
);

/** Operands of a window, of random numbers. */
function operands(w: Window) {
  const random = new Random(w.inH + 10 * w.inW);
  const fill = (length: number) => Float64Array.from({ length }, () => random.randn());
  const batch = (n: number): Batch => ({ n, m, data: fill(n * m) });
  const matrix = (rows: number, columns: number): Matrix => ({ rows, columns, data: fill(rows * columns) });
  return {
    batch,
    matrix,
    X: batch(inputSize(w)),
    dX: batch(inputSize(w)),
    A: batch(positions(w) * w.inC),
    dA: batch(positions(w) * w.inC),
    W: matrix(places(w), w.inC),
    b: matrix(w.inC, 1),
    at: { n: placesWidth(w), m, data: new Float64Array(placesWidth(w) * m), bytes: true } as const,
  };
}

/** The values under the kernel at position (y, x) of channel c, place after place; undefined on the padding. */
function slice(
  w: Window,
  X: Batch,
  example: number,
  y: number,
  x: number,
  c: number,
): (number | undefined)[] {
  return Array.from({ length: w.kH * w.kW }, (_, place) => {
    const row = y * w.strideH + Math.floor(place / w.kW) * w.dilationH - w.padTop;
    const column = x * w.strideW + (place % w.kW) * w.dilationW - w.padLeft;
    const inside = row >= 0 && row < w.inH && column >= 0 && column < w.inW;
    return inside ? X.data[example * X.n + (row * w.inW + column) * w.inC + c]! : undefined;
  });
}

/** Calls with each value of the output: where it is, and what lies under the kernel there. */
function outputs(w: Window, X: Batch, look: (k: number, under: (number | undefined)[], c: number) => void) {
  for (let example = 0; example < m; example++)
    for (let y = 0; y < w.outH; y++)
      for (let x = 0; x < w.outW; x++)
        for (let c = 0; c < w.inC; c++) {
          const k = ((example * w.outH + y) * w.outW + x) * w.inC + c;
          look(k, slice(w, X, example, y, x, c), c);
        }
}

const dot = (a: { data: ArrayLike<number> }, b: { data: ArrayLike<number> }) =>
  Array.from(a.data).reduce((sum, value, k) => sum + value * b.data[k]!, 0);
const known = (under: readonly (number | undefined)[]) => under.filter(value => value !== undefined);

test('convolve is a convolution as the notes write it, in groups of channels, and both its gradients the transposes', () => {
  fc.assert(
    fc.property(windows, fc.integer({ min: 1, max: 3 }), fc.boolean(), (w, each, grouped) => {
      const groups = grouped ? w.inC : 1;
      const filters = each * groups;
      const { X, dX, batch, matrix } = operands(w);
      const channels = w.inC / groups;
      const patch = places(w) * channels;
      const [W, b, Z] = [matrix(filters, patch), matrix(filters, 1), batch(positions(w) * filters)];
      const [dZ, dW, db] = [batch(Z.n), matrix(filters, patch), matrix(filters, 1)];
      kernels.convolve(w, groups, W, b, X, Z);
      const expected = Array.from(Z.data, (_, k) => b.data[k % filters]!);
      outputs(w, X, (k, under, c) => {
        const position = Math.floor(k / w.inC);
        for (let f = 0; f < filters; f++) {
          if (Math.floor(f / each) !== (grouped ? c : 0)) continue;
          under.forEach((x, place) => {
            expected[position * filters + f]! +=
              W.data[f * patch + place * channels + (c % channels)]! * (x ?? 0);
          });
        }
      });
      expected.forEach((z, k) => {
        expect(Z.data[k]).toBeCloseTo(z, 10);
      });
      kernels.convolve(w, groups, W, undefined, X, Z);
      kernels.convolveGradient(w, groups, dZ, X, dW, db, false);
      kernels.convolveInputGradient(w, groups, W, dZ, dX, false);
      expect(dot(dW, W)).toBeCloseTo(dot(Z, dZ), 9);
      expect(dot(dX, X)).toBeCloseTo(dot(Z, dZ), 9);
      db.data.forEach((sum, f) => {
        const total = Array.from(dZ.data).reduce((t, value, k) => (k % filters === f ? t + value : t), 0);
        expect(sum).toBeCloseTo(total, 9);
      });
    }),
  );
});

/** Pools have no dilation, and so something of the input under each position. */
const pools = windows
  .map(w => ({ ...w, dilationH: 1, dilationW: 1 }))
  .map(w => ({
    ...w,
    outH: Math.floor((w.inH + 2 * w.padTop - w.kH) / w.strideH) + 1,
    outW: Math.floor((w.inW + 2 * w.padLeft - w.kW) / w.strideW) + 1,
  }));

test('averagePool is the mean of what is under the kernel, without the padding, and its gradient the transpose', () => {
  fc.assert(
    fc.property(pools, w => {
      const { X, A, dA, dX } = operands(w);
      kernels.averagePool(w, X, A);
      outputs(w, X, (k, under) => {
        const values = known(under);
        expect(A.data[k]).toBeCloseTo(values.reduce((sum, x) => sum + x, 0) / values.length, 10);
      });
      kernels.averagePoolGradient(w, dA, dX, false);
      expect(dot(A, dA)).toBeCloseTo(dot(X, dX), 9);
    }),
  );
});

test('maxPool is the largest under the kernel, and its gradient goes to the first of the largest', () => {
  fc.assert(
    fc.property(pools, fc.boolean(), (w, ties) => {
      const { X, A, dA, dX, at } = operands(w);
      if (ties) for (let k = 0; k < X.data.length; k++) X.data[k] = Math.round(X.data[k]!) + 0;
      kernels.maxPool(w, X, A, at);
      outputs(w, X, (k, under) => expect(A.data[k]).toBe(Math.max(...known(under))));
      kernels.maxPoolGradient(w, dA, at, dX, false);
      // what is chosen is linear in X
      expect(dot(A, dA)).toBeCloseTo(dot(X, dX), 9);
      // a step against the gradient of the first moves no other
      expect([...dX.data].filter(x => x !== 0).length).toBeLessThanOrEqual(dA.data.length);
    }),
  );
});

test('maxPool gives NaN where there is one, and chooses the first of equals', () => {
  const w: Window = { ...empty, inH: 2, inW: 2, kH: 2, kW: 2 };
  const [A, dX] = [
    { n: 1, m: 1, data: new Float64Array(1) },
    { n: 4, m: 1, data: new Float64Array(4) },
  ];
  const at = { n: 1, m: 1, data: new Float64Array(1), bytes: true } as const;
  const pool = (...x: number[]) => {
    kernels.maxPool(w, { n: 4, m: 1, data: Float64Array.from(x) }, A, at);
    kernels.maxPoolGradient(w, { n: 1, m: 1, data: Float64Array.of(1) }, at, dX, false);
    return [A.data[0], [...dX.data]];
  };
  expect(pool(1, 5, 5, 2)).toEqual([5, [0, 1, 0, 0]]);
  expect(pool(-3, -1, -2, -4)).toEqual([-1, [0, 1, 0, 0]]);
  expect(pool(1, Number.NaN, 5, 2)[0]).toBeNaN();
});

const empty: Window = {
  inH: 1,
  inW: 1,
  inC: 1,
  kH: 1,
  kW: 1,
  strideH: 1,
  strideW: 1,
  padTop: 0,
  padLeft: 0,
  dilationH: 1,
  dilationW: 1,
  outH: 1,
  outW: 1,
};

test('depthwise is a convolution for each channel, and both its gradients the transposes', () => {
  fc.assert(
    fc.property(windows, w => {
      const { W, b, X, A, dA, dX, matrix } = operands(w);
      kernels.depthwise(w, W, b, X, A);
      outputs(w, X, (k, under, c) => {
        const z = under.reduce<number>((sum, x, place) => sum + W.data[place * w.inC + c]! * (x ?? 0), 0);
        expect(A.data[k]).toBeCloseTo(z + b.data[c]!, 10);
      });
      const [dW, db] = [matrix(places(w), w.inC), matrix(w.inC, 1)];
      kernels.depthwise(w, W, undefined, X, A);
      kernels.depthwiseGradient(w, dA, X, dW, db, false);
      kernels.depthwiseInputGradient(w, W, dA, dX, false);
      expect(dot(dW, W)).toBeCloseTo(dot(A, dA), 9);
      expect(dot(dX, X)).toBeCloseTo(dot(A, dA), 9);
      db.data.forEach((sum, c) => {
        expect(sum).toBeCloseTo(
          Array.from(dA.data).reduce((total, value, k) => (k % w.inC === c ? total + value : total), 0),
          10,
        );
      });
    }),
  );
});
