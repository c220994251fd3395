import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activations } from '../../../src/core/activations';
import { makeCircumstances } from '../../../src/core/kernels/circumstances';
import type { Floats, Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { optimizers } from '../../../src/core/optimizers';
import { Random } from '../../../src/core/random';
import { disagreement } from '../../../src/core/train/disagreement';
import { exactSet } from './wasmSet';

// The kernels that add in the order of the notes give the reference's numbers to the last bit.
const sets = [exactSet(), referenceKernels('float64')];

test('each call makes of all its cases what the reference makes', () => {
  for (let seed = 1; seed <= 4; seed++) expect(disagreement(sets[0]!, seed, true)).toBeUndefined();
});

const size = (largest: number) =>
  fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: largest }));

test('products and sums of layers of any size', () => {
  fc.assert(
    fc.property(
      fc.record({
        m: size(70),
        nIn: fc.oneof(size(90), fc.integer({ min: 1000, max: 2100 })),
        nOut: size(40),
        seed: fc.nat(99),
        add: fc.boolean(),
      }),
      ({ m, nIn, nOut, seed, add }) => {
        const [found, expected] = sets.map(set => {
          const fill = filling(set, seed);
          const W = { rows: nOut, columns: nIn, data: fill(nOut * nIn) };
          const b = { rows: nOut, columns: 1, data: fill(nOut) };
          const X = { n: nIn, m, data: fill(nIn * m) };
          const Z = { n: nOut, m, data: set.allocate(nOut * m) };
          set.affine(W, b, X, Z);
          const products = Z.data.slice();
          set.affine(W, undefined, X, Z);
          const [dW, db, dX] = [
            { ...W, data: fill(nOut * nIn) },
            { ...b, data: fill(nOut) },
            { ...X, data: fill(nIn * m) },
          ];
          set.affineGradient(Z, X, dW, db, add);
          set.affineInputGradient(W, Z, dX, add);
          return [products, Z.data, dW.data, db.data, dX.data].map(data => [...data]);
        });
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

test.each(activations)('$type of any numbers, and its slope', g => {
  const numbers = fc.oneof(
    fc.double(),
    fc.double({ min: -1, max: 1 }),
    fc.double({ min: -40, max: 40 }),
    fc.double({ min: -750, max: 750 }),
    fc.constantFrom(1, -1, 0, -0, 22, -22, Math.LN2 / 2, -Math.LN2 / 2, 1.5 * Math.LN2, Infinity, -Infinity),
  );
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 40 }), values => {
      const n = values.length;
      const [found, expected] = sets.map(set => {
        const batch = () => ({ n, m: 1, data: set.allocate(n) });
        const [Z, A, dA, dZ] = [batch(), batch(), batch(), batch()];
        Z.data.set(values);
        dA.data.set(values.map((_, i) => i - 7.3));
        set.activate(g, Z, A);
        set.activateGradient(g, Z, A, dA, dZ);
        return [A, dZ].map(({ data }) => [...data]);
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test.each(optimizers)('steps of $type', optimizer => {
  const fields: Record<string, number> = {
    learningRate: 0.3,
    beta: 0.9,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
  };
  const [found, expected] = sets.map(set => {
    const fill = filling(set, 4);
    const parameter = fill(33);
    const slots = optimizer.slots.map(() => set.allocate(33));
    const at = makeCircumstances(set.allocateSums);
    at[0] = 1 / 3;
    for (let step = 0; step < 20; step++) {
      set.update(optimizer, fields, parameter, fill(33), slots, at);
      set.advance(at);
    }
    return [parameter, ...slots, at].map(data => [...data]);
  });
  expect(found).toEqual(expected);
});

function filling(set: Kernels, seed: number) {
  const random = new Random(seed);
  return (length: number): Floats => {
    const data = set.allocate(length);
    for (let i = 0; i < length; i++) data[i] = random.randn();
    return data;
  };
}
