import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { activations } from '../../../src/core/activations';
import { makeCircumstances } from '../../../src/core/kernels/circumstances';
import type { Batch, Floats, Kernels, Matrix } from '../../../src/core/kernels/kernels';
import { losses } from '../../../src/core/losses';
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

  test('affineGradient: dW += dZ·Xᵀ, db += Σ dZ, or written', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), fc.boolean(), ({ nIn, nOut, m, seed }, bias, add) => {
        const random = new Random(seed);
        const dZ = batch(nOut, m, random);
        const X = batch(nIn, m, random);
        const dW = matrix(nOut, nIn, random);
        const db = bias ? matrix(nOut, 1, random) : undefined;
        const [W0, b0] = [dW.data.slice(), db?.data.slice()];
        kernels.affineGradient(dZ, X, dW, db, add);
        for (let j = 0; j < nOut; j++) {
          for (let k = 0; k < nIn; k++)
            close(
              dW.data[j * nIn + k]!,
              (add ? W0[j * nIn + k]! : 0) + sum(m, i => at(dZ, j, i) * at(X, k, i)),
            );
          if (db) close(db.data[j]!, (add ? b0![j]! : 0) + sum(m, i => at(dZ, j, i)));
        }
      }),
    );
  });

  test('affineInputGradient: dX += Wᵀ·dZ, or written', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ nIn, nOut, m, seed }, add) => {
        const random = new Random(seed);
        const W = matrix(nOut, nIn, random);
        const dZ = batch(nOut, m, random);
        const dX = batch(nIn, m, random);
        const before = { ...dX, data: dX.data.slice() };
        kernels.affineInputGradient(W, dZ, dX, add);
        for (let i = 0; i < m; i++)
          for (let k = 0; k < nIn; k++) {
            close(
              at(dX, k, i),
              (add ? at(before, k, i) : 0) + sum(nOut, j => W.data[j * nIn + k]! * at(dZ, j, i)),
            );
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

  test('subtract, accumulate, accumulateRows, accumulateSlice and clear', () => {
    fc.assert(
      fc.property(sizes, ({ nIn, nOut, m, seed }) => {
        const random = new Random(seed);
        const [A, B, C] = [batch(nIn, m, random), batch(nIn, m, random), batch(nIn, m, random)];
        kernels.subtract(A, B, C);
        C.data.forEach((c, k) => {
          close(c, A.data[k]! - B.data[k]!);
        });
        const summed = C.data.slice();
        kernels.accumulate(A, C, true);
        C.data.forEach((c, k) => {
          close(c, summed[k]! + A.data[k]!);
        });

        const wide = batch(nIn + nOut, m, random);
        const before = { ...wide, data: wide.data.slice() };
        kernels.accumulateRows(A, wide, nOut, true);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < nIn + nOut; j++) {
            close(at(wide, j, i), at(before, j, i) + (j < nOut ? 0 : at(A, j - nOut, i)));
          }
        const part = batch(nOut, m, random);
        const start = { ...part, data: part.data.slice() };
        kernels.accumulateSlice(wide, nIn, part, true);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < nOut; j++) close(at(part, j, i), at(start, j, i) + at(wide, j + nIn, i));

        kernels.accumulate(B, C, false);
        expect(C.data).toEqual(B.data);
        kernels.accumulateSlice(wide, nIn, part, false);
        kernels.accumulateRows(A, wide, nOut, false);
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < nOut; j++) {
            const shifted = nIn + j;
            close(at(part, j, i), at(before, shifted, i) + (shifted < nOut ? 0 : at(A, shifted - nOut, i)));
          }
          for (let j = 0; j < nIn; j++) expect(at(wide, nOut + j, i)).toBe(at(A, j, i));
        }

        const whole = matrix(nOut, nIn, random);
        kernels.clear(whole);
        kernels.clear({ ...A, m: m - 1 });
        expect([...whole.data].every(value => value === 0)).toBe(true);
        A.data.forEach((a, k) => {
          if (k < nIn * (m - 1)) expect(a).toBe(0);
          else expect(a).not.toBe(0);
        });
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

  test.each(losses)('the cost and the gradient of $type', loss => {
    fc.assert(
      fc.property(sizes, ({ nOut, m, seed }) => {
        const random = new Random(seed);
        const n = loss.encoding === 'one-hot' ? nOut + 1 : nOut;
        const [Z, A, Y, dA] = [
          batch(n, m, random),
          batch(n, m, random),
          batch(n, m, random),
          batch(n, m, random),
        ];
        const paired = activations.find(({ type }) => type === loss.paired?.activation);
        kernels.activate(paired ?? activations[0]!, Z, A);
        if (loss.encoding !== 'numbers') {
          Y.data.fill(0);
          for (let i = 0; i < m; i++) Y.data[i * n + (i % n)] = 1;
        }
        const part = (batch: Batch, i: number) => Float64Array.from(batch.data.slice(i * n, i * n + n));
        const sums = kernels.allocateSums(1);
        sums[0] = 2;
        kernels.sumLoss(loss, A, undefined, Y, sums);
        close(sums[0]!, 2 + sum(m, i => loss.loss(part(A, i), part(Y, i), 0, n)));
        if (paired) {
          sums[0] = 0;
          kernels.sumLoss(loss, A, Z, Y, sums);
          close(
            sums[0]!,
            sum(m, i => loss.paired!.lossFromZ(part(Z, i), part(Y, i), 0, n)),
          );
        }
        kernels.lossGradient(loss, A, Y, dA);
        for (let i = 0; i < m; i++) {
          const expected = new Float64Array(n);
          loss.gradient(part(A, i), part(Y, i), expected, 0, n);
          for (let j = 0; j < n; j++) close(at(dA, j, i), expected[j]!);
        }
      }),
    );
  });

  test.each([Uint8Array, Int8Array, Uint16Array, Int16Array, Int32Array, Float32Array, Float64Array])(
    'gather brings examples of $name, converted and scaled as the notes divide',
    Type => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 70 }),
          fc.integer({ min: 1, max: 9 }),
          fc.boolean(),
          (n, m, standardised) => {
            const random = new Random(n + m);
            const data = kernels.place(new Type(n * 12).map(() => Math.round(random.rand() * 100)));
            const order = kernels.place(Int32Array.from({ length: 12 }, () => random.randint(0, 12)));
            const start = kernels.place(Int32Array.from([12 - m]));
            const numbers = (f: () => number) =>
              standardised ? kernels.place(Float64Array.from({ length: n }, f)) : undefined;
            const mean = numbers(() => random.randn());
            const deviation = numbers(() => 1 + random.rand());
            const X = batch(n, m, random);
            kernels.gather({ data, indices: order, scale: 255, mean, deviation }, start, X);
            for (let i = 0; i < m; i++)
              for (let j = 0; j < n; j++) {
                const x = data[order[12 - m + i]! * n + j]! / 255;
                const expected = mean ? (x - mean[j]!) / deviation![j]! : x;
                expect(at(X, j, i)).toBe(kernels.precision === 'float64' ? expected : Math.fround(expected));
              }
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  test('addExactly loses nothing of many small terms', () => {
    fc.assert(
      fc.property(sizes, ({ nIn, m, seed }) => {
        const random = new Random(seed);
        const [A, total, rest] = [batch(nIn, m, random), batch(nIn, m, random), batch(nIn, m, random)];
        rest.data.fill(0);
        for (let k = 0; k < A.data.length; k++) A.data[k]! *= 1e-5;
        const start = Float64Array.from(total.data);
        for (let step = 0; step < 300; step++) kernels.addExactly(A, total, rest);
        const ulp = kernels.precision === 'float64' ? 2 ** -52 : 2 ** -23;
        for (let k = 0; k < start.length; k++) {
          // in one product: a sum of 300 terms would be less exact than what is tested
          const expected = start[k]! + 300 * A.data[k]!;
          expect(Math.abs(total.data[k]! - expected)).toBeLessThanOrEqual(
            ulp * (Math.abs(expected) + Math.abs(start[k]!)),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  test('sumExamples, addBias and innerProducts', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ nIn, m, seed }, add) => {
        const random = new Random(seed);
        const [X, Z] = [batch(nIn, m, random), batch(nIn, m, random)];
        const b = matrix(nIn, 1, random);
        const before = b.data.slice();
        kernels.addBias(X, b, Z);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < nIn; j++) close(at(Z, j, i), at(X, j, i) + b.data[j]!);
        kernels.addBias(X, undefined, Z);
        expect(Z.data).toEqual(X.data);
        kernels.sumExamples(X, b, add);
        for (let j = 0; j < nIn; j++) close(b.data[j]!, (add ? before[j]! : 0) + sum(m, i => at(X, j, i)));
        const products = batch(m, m, random);
        const rest = batch(m, m, random);
        kernels.innerProducts(X, products, rest, kernels.allocateSums(m * m));
        for (const value of rest.data) expect(Math.abs(value)).toBeLessThan(1e-5);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < m; j++)
            close(
              at(products, j, i),
              sum(nIn, k => at(X, k, i) * at(X, k, j)),
            );
      }),
    );
  });

  test.each(optimizers)('update takes steps of $type over parameters of any length', optimizer => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), length => {
        const random = new Random(5);
        const fields = z.object(optimizer.fields).parse({}) as Record<string, number>;
        const parameter = fill(kernels.allocate(length), random);
        const gradient = kernels.allocate(length);
        const given = fill(kernels.allocate(length), random);
        const slots = optimizer.slots.map(() => kernels.allocate(length));
        const expected = Float64Array.from(parameter);
        const expectedSlots = optimizer.slots.map(() => new Float64Array(length));
        const circumstances = makeCircumstances(kernels.allocateSums);
        circumstances[0] = 0.25;
        for (const step of [1, 2, 3]) {
          gradient.set(given);
          kernels.update(optimizer, fields, parameter, gradient, slots, circumstances);
          kernels.advance(circumstances);
          const scaled = Float64Array.from(given, value => value * 0.25);
          optimizer.update(fields, expected, scaled, expectedSlots, step);
        }
        parameter.forEach((value, k) => {
          close(value, expected[k]!);
        });
        expect([...circumstances.subarray(0, 3)]).toEqual([0.25, 3, 0]);
      }),
    );
  });

  test.each(optimizers)(
    'update of $type tells of a value that is no longer finite, wherever it is',
    optimizer => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(69), (length, place) => {
          const fields = z.object(optimizer.fields).parse({}) as Record<string, number>;
          const circumstances = makeCircumstances(kernels.allocateSums);
          circumstances[0] = 1;
          const gradient = kernels.allocate(length);
          gradient[place % length] = Number.NaN;
          const slots = optimizer.slots.map(() => kernels.allocate(length));
          kernels.update(optimizer, fields, kernels.allocate(length), gradient, slots, circumstances);
          expect(circumstances[2]).toBeNaN();
        }),
      );
    },
  );
}
