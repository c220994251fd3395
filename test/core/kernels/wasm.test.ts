import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activations } from '../../../src/core/activations';
import { makeCircumstances } from '../../../src/core/kernels/circumstances';
import type { Batch, Floats, Kernels, Matrix } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { losses } from '../../../src/core/losses';
import { optimizers } from '../../../src/core/optimizers';
import { Random } from '../../../src/core/random';
import { conformsToTheNotes } from './conformance';
import { builds, threadedSet, wasmSet } from './wasmSet';

describe.each(builds)('WebAssembly kernels, %s, %s', (precision, fma) => {
  const kernels = wasmSet(precision, fma);

  test('keep their arrays in their precision, zeroed, apart from each other', () => {
    const arrays = [1, 3, 1000, 0, 17].map(length => kernels.allocate(length));
    for (const array of arrays) {
      expect(array).toBeInstanceOf(precision === 'float64' ? Float64Array : Float32Array);
      expect(array.every(value => value === 0)).toBe(true);
      expect(array.byteOffset % 64).toBe(0);
    }
    for (const [i, array] of arrays.entries()) array.fill(i + 1);
    for (const [i, array] of arrays.entries()) expect(array.every(value => value === i + 1)).toBe(true);
  });

  conformsToTheNotes(kernels);
  leavesTheRestAlone(kernels);
});

describe.each(builds)('the wide tile, %s, %s', (precision, fma) => {
  const wide = wasmSet(precision, fma, true);
  leavesTheRestAlone(wide);

  test('gives the bits of the other, whatever is left of a tile', () => {
    const sets = [wasmSet(precision, fma), wide];
    fc.assert(
      fc.property(layerSizes, ({ m, nIn, nOut, seed, add }) => {
        const [expected, found] = sets.map(set => {
          const { W, b, X, Z, dW, db, dX } = operands(set, new Random(seed), m, nIn, nOut);
          const [products, part] = [m, m].map(n => ({ n, m, data: set.allocate(n * m) }));
          set.affine(W, b, X, Z);
          set.affineGradient(Z, X, dW, db, add);
          set.affineInputGradient(W, Z, dX, add);
          set.innerProducts(X, products!, part!, set.allocateSums(m * m));
          return [Z, dW, db, dX, products!].map(({ data }) => data);
        });
        expectSameBits(found!, expected!);
      }),
      { numRuns: 30 },
    );
  });
});

describe('several threads', async () => {
  const three = threadedSet('float32', 3);
  conformsToTheNotes(three);
  leavesTheRestAlone(three);

  test.each(['float32', 'float64'] as const)('give the same bits as one, %s', async precision => {
    const sets = [wasmSet(precision, 'relaxed'), threadedSet(precision, 3)];
    const softmax = activations.find(({ type }) => type === 'softmax')!;
    const crossEntropy = losses.find(({ paired }) => paired?.activation === 'softmax')!;
    const adam = optimizers.find(({ type }) => type === 'adam')!;
    const fields = { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    fc.assert(
      fc.property(layerSizes, ({ m, nIn, nOut, seed, add }) => {
        const results = sets.map(set => {
          const { W, b, X, Z, dW, db, dX } = operands(set, new Random(seed), m, nIn, nOut);
          const A = { ...Z, data: set.allocate(m * nOut) };
          const products = { n: m, m, data: set.allocate(m * m) };
          const part = { n: m, m, data: set.allocate(m * m) };
          const sums = set.allocateSums(m * m);
          const cost = set.allocateSums(1);
          const circumstances = makeCircumstances(set.allocateSums);
          circumstances[0] = 0.5;
          const slots = [set.allocate(W.data.length), set.allocate(W.data.length)];
          const program = set.compile([
            { call: 'affine', args: [W, b, X, Z], reads: '' },
            { call: 'activate', args: [softmax, Z, A], reads: '' },
            { call: 'sumLoss', args: [crossEntropy, A, Z, A, cost], reads: '' },
            { call: 'affineGradient', args: [Z, X, dW, db, add], reads: '' },
            { call: 'affineInputGradient', args: [W, Z, dX, add], reads: '' },
            { call: 'innerProducts', args: [X, products, part, sums], reads: '' },
            { call: 'update', args: [adam, fields, W.data, dW.data, slots, circumstances], reads: '' },
            { call: 'advance', args: [circumstances], reads: '' },
          ]);
          program.run(m, 3);
          return [Z, A, W, dW, db, dX, products].map(({ data }) => data).concat(cost, circumstances);
        });
        expectSameBits(results[1]!, results[0]!);
      }),
      { numRuns: 25 },
    );
  });

  test('end together where one of them fails', async () => {
    // its scratch memory lies beyond the memory's end
    const set = threadedSet('float32', 2, start => ({ ...start, scratch: 0xffff0000 }));
    const { W, b, X, Z } = operands(set, new Random(1), 60, 300, 40);
    expect(() => set.affine(W, b, X, Z)).toThrow(WebAssembly.RuntimeError);
    expect(() => set.affine(W, b, X, Z)).toThrow(WebAssembly.RuntimeError);
  });
});

const size = (largest: number) =>
  fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: largest }));
const layerSizes = fc.record({
  m: size(70),
  nIn: size(620),
  nOut: size(300),
  seed: fc.nat(99),
  add: fc.boolean(),
});

const random = (data: Floats, from: Random) => {
  for (let i = 0; i < data.length; i++) data[i] = from.randn();
  return data;
};

/** The operands of a dense layer and its gradients. */
function operands(kernels: Kernels, from: Random, m: number, nIn: number, nOut: number) {
  const batch = (n: number): Batch => ({ n, m, data: random(kernels.allocate(n * m), from) });
  const matrix = (rows: number, columns: number): Matrix => ({
    rows,
    columns,
    data: random(kernels.allocate(rows * columns), from),
  });
  return {
    W: matrix(nOut, nIn),
    b: matrix(nOut, 1),
    X: batch(nIn),
    Z: batch(nOut),
    dW: matrix(nOut, nIn),
    db: matrix(nOut, 1),
    dX: batch(nIn),
  };
}

// the reference takes most of the time, so that all are compared with what it gave once; sizes go beyond the blocks in which B
// is packed, and have every remainder of a tile
describe.each(['float32', 'float64'] as const)('all ways to multiply, %s', precision => {
  const tolerance = precision === 'float64' ? 1e-11 : 3e-3;
  const reference = referenceKernels(precision);
  const sets = {
    relaxed: wasmSet(precision, 'relaxed'),
    plain: wasmSet(precision, 'plain'),
    'relaxed, wide': wasmSet(precision, 'relaxed', true),
    'plain, wide': wasmSet(precision, 'plain', true),
    threads: threadedSet(precision, 3),
  };

  test('agree with the reference on layers of any size', () => {
    fc.assert(
      fc.property(layerSizes, ({ m, nIn, nOut, seed, add }) => {
        const resultsOf = (set: Kernels) => {
          const { W, b, X, Z, dW, db, dX } = operands(set, new Random(seed), m, nIn, nOut);
          set.affine(W, b, X, Z);
          set.affineGradient(Z, X, dW, db, add);
          set.affineInputGradient(W, Z, dX, add);
          return { Z: Z.data, dW: dW.data, db: db.data, dX: dX.data };
        };
        const expected = resultsOf(reference);
        for (const [name, set] of Object.entries(sets)) {
          const found = resultsOf(set);
          for (const key of ['Z', 'dW', 'db', 'dX'] as const)
            expectNear(found[key], expected[key], tolerance, `${key} of ${name}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Compared as bytes first, since `toEqual` takes longer for a matrix than the kernels do. */
function expectSameBits(found: readonly Floats[], expected: readonly Floats[]) {
  const bytes = ({ buffer, byteOffset, byteLength }: Floats) => Buffer.from(buffer, byteOffset, byteLength);
  expect(found.length).toBe(expected.length);
  for (const [i, values] of found.entries())
    if (!bytes(values).equals(bytes(expected[i]!))) expect(values).toEqual(expected[i]);
}

/** Within a share of the largest value. */
function expectNear(found: Floats, expected: Floats, tolerance: number, what: string) {
  let largest = 1;
  for (const value of expected) largest = Math.max(largest, Math.abs(value));
  for (let k = 0; k < expected.length; k++) {
    // NaN is within nothing
    if (!(Math.abs(found[k]! - expected[k]!) <= tolerance * largest))
      expect(found[k], `${what}, ${k}`).toBeCloseTo(expected[k]!, 8);
  }
}

function leavesTheRestAlone(kernels: Kernels) {
  test('leave memory beyond their results as it was', () => {
    fc.assert(
      fc.property(layerSizes, ({ m, nIn, nOut, seed }) => {
        const { W, b, X, Z, dW, db, dX } = operands(kernels, new Random(seed), m, nIn, nOut);
        // room for one example and one row more than they are told of
        const fewer = (batch: Batch): Batch => ({ ...batch, m: m - 1 });
        const rest = [Z, dX].map(({ n, data }) => data.slice(n * (m - 1)));
        kernels.affine(W, b, fewer(X), fewer(Z));
        kernels.affineInputGradient(W, fewer(Z), fewer(dX), false);
        kernels.affineGradient(fewer(Z), fewer(X), dW, db, false);
        expect([Z, dX].map(({ n, data }) => data.slice(n * (m - 1)))).toEqual(rest);
      }),
      { numRuns: 30 },
    );
  });
}
