import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { activations } from '../../../src/core/activations';
import type { Batch, Floats, Kernels, Matrix } from '../../../src/core/kernels/kernels';
import { optimizers } from '../../../src/core/optimizers';
import { Random } from '../../../src/core/random';

/** What every kernel set must do, said as the notes write it: element by element. Sizes around the tiles' edges. */
export function conformsToTheNotes(kernels: Kernels) {
  const digits = kernels.precision === 'float64' ? 1e-12 : 2e-5;
  const sizes = fc.record({
    nIn: fc.integer({ min: 1, max: 19 }),
    nOut: fc.integer({ min: 1, max: 9 }),
    m: fc.integer({ min: 1, max: 13 }),
    seed: fc.nat(1000),
  });

  const fill = (data: Floats, random: Random) => {
    for (let i = 0; i < data.length; i++) data[i] = random.randn();
    return data;
  };
  const batch = (n: number, m: number, random: Random): Batch => ({
    n,
    m,
    data: fill(kernels.allocate(n * m), random),
  });
  const matrix = (rows: number, columns: number, random: Random): Matrix => ({
    rows,
    columns,
    data: fill(kernels.allocate(rows * columns), random),
  });
  const at = ({ n, data }: Batch, j: number, i: number) => data[i * n + j]!;
  const sum = (length: number, term: (k: number) => number) =>
    Array.from({ length }, (_, k) => term(k)).reduce((a, b) => a + b, 0);
  const close = (actual: number, expected: number) =>
    expect(Math.abs(actual - expected)).toBeLessThan(digits * (1 + Math.abs(expected)));

  test('affine: Z = W·X + b', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ nIn, nOut, m, seed }, bias) => {
        const random = new Random(seed);
        const W = matrix(nOut, nIn, random);
        const b = bias ? matrix(nOut, 1, random) : undefined;
        const X = batch(nIn, m, random);
        const Z = batch(nOut, m, random);
        kernels.affine(W, b, X, Z);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < nOut; j++) {
            close(at(Z, j, i), sum(nIn, k => W.data[j * nIn + k]! * at(X, k, i)) + (b?.data[j] ?? 0));
          }
      }),
    );
  });

  test('affineGradient: dW += dZ·Xᵀ, db += Σ dZ', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ nIn, nOut, m, seed }, bias) => {
        const random = new Random(seed);
        const dZ = batch(nOut, m, random);
        const X = batch(nIn, m, random);
        const dW = matrix(nOut, nIn, random);
        const db = bias ? matrix(nOut, 1, random) : undefined;
        const [W0, b0] = [dW.data.slice(), db?.data.slice()];
        kernels.affineGradient(dZ, X, dW, db);
        for (let j = 0; j < nOut; j++) {
          for (let k = 0; k < nIn; k++)
            close(dW.data[j * nIn + k]!, W0[j * nIn + k]! + sum(m, i => at(dZ, j, i) * at(X, k, i)));
          if (db) close(db.data[j]!, b0![j]! + sum(m, i => at(dZ, j, i)));
        }
      }),
    );
  });

  test('affineInputGradient: dX += Wᵀ·dZ', () => {
    fc.assert(
      fc.property(sizes, ({ nIn, nOut, m, seed }) => {
        const random = new Random(seed);
        const W = matrix(nOut, nIn, random);
        const dZ = batch(nOut, m, random);
        const dX = batch(nIn, m, random);
        const before = { ...dX, data: dX.data.slice() };
        kernels.affineInputGradient(W, dZ, dX);
        for (let i = 0; i < m; i++)
          for (let k = 0; k < nIn; k++) {
            close(at(dX, k, i), at(before, k, i) + sum(nOut, j => W.data[j * nIn + k]! * at(dZ, j, i)));
          }
      }),
    );
  });

  test('a batch smaller than its buffer leaves the rest alone', () => {
    const random = new Random(1);
    const X = { ...batch(3, 8, random), m: 5 };
    const Z = { ...batch(2, 8, random), m: 5 };
    const rest = Z.data.slice(10);
    kernels.affine(matrix(2, 3, random), undefined, X, Z);
    kernels.activate(activations[0]!, Z, Z);
    expect(Z.data.slice(10)).toEqual(rest);
  });

  test('subtract, accumulate, accumulateRows, accumulateSlice, scale and fill', () => {
    fc.assert(
      fc.property(sizes, ({ nIn, nOut, m, seed }) => {
        const random = new Random(seed);
        const [A, B, C] = [batch(nIn, m, random), batch(nIn, m, random), batch(nIn, m, random)];
        kernels.subtract(A, B, C);
        C.data.forEach((c, k) => {
          close(c, A.data[k]! - B.data[k]!);
        });
        const summed = C.data.slice();
        kernels.accumulate(A, C);
        C.data.forEach((c, k) => {
          close(c, summed[k]! + A.data[k]!);
        });

        const wide = batch(nIn + nOut, m, random);
        const before = { ...wide, data: wide.data.slice() };
        kernels.accumulateRows(A, wide, nOut);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < nIn + nOut; j++) {
            close(at(wide, j, i), at(before, j, i) + (j < nOut ? 0 : at(A, j - nOut, i)));
          }
        const part = batch(nOut, m, random);
        const start = { ...part, data: part.data.slice() };
        kernels.accumulateSlice(wide, nIn, part);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < nOut; j++) close(at(part, j, i), at(start, j, i) + at(wide, j + nIn, i));

        const unscaled = A.data.slice();
        kernels.scale(A.data, 0.3);
        A.data.forEach((a, k) => {
          close(a, unscaled[k]! * 0.3);
        });
        kernels.fill(A.data, 7);
        expect([...A.data].every(a => a === 7)).toBe(true);
      }),
    );
  });

  test.each(activations)('activate and activateGradient take $type example by example', activation => {
    const random = new Random(3);
    const [Z, A, dA, dZ] = [
      batch(5, 3, random),
      batch(5, 3, random),
      batch(5, 3, random),
      batch(5, 3, random),
    ];
    kernels.activate(activation, Z, A);
    kernels.activateGradient(activation, Z, A, dA, dZ);
    for (let i = 0; i < 3; i++) {
      const part = (batch: Batch) => Float64Array.from(batch.data.slice(i * 5, i * 5 + 5));
      const [a, dz] = [new Float64Array(5), new Float64Array(5)];
      activation.forward(part(Z), a, 0, 5);
      activation.backward(part(Z), a, part(dA), dz, 0, 5);
      for (let j = 0; j < 5; j++) {
        close(at(A, j, i), a[j]!);
        close(at(dZ, j, i), dz[j]!);
      }
    }
  });

  test.each(optimizers)('update takes a step of $type', optimizer => {
    const random = new Random(5);
    const fields = z.object(optimizer.fields).parse({}) as Record<string, number>;
    const parameter = fill(kernels.allocate(11), random);
    const gradient = fill(kernels.allocate(11), random);
    const slots = optimizer.slots.map(() => kernels.allocate(11));
    const expected = Float64Array.from(parameter);
    const expectedSlots = optimizer.slots.map(() => new Float64Array(11));
    for (const step of [1, 2, 3]) {
      kernels.update(optimizer, fields, parameter, gradient, slots, step);
      optimizer.update(fields, expected, Float64Array.from(gradient), expectedSlots, step);
    }
    parameter.forEach((value, k) => {
      close(value, expected[k]!);
    });
  });
}
