import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch, Floats, Kernels, Matrix } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { Random } from '../../../src/core/random';
import { nodeKernels } from '../../../src/platform/nodeKernels';
import { conformsToTheNotes } from './conformance';
import { builds, wasmSet } from './wasmSet';

// Node 20 has to be asked for relaxed SIMD
setFlagsFromString('--experimental-wasm-relaxed-simd');

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
  agreesWithTheReference(kernels, referenceKernels(precision));
});

describe('several threads', () => {
  test.each(['float32', 'float64'] as const)('give the same bits as one, %s', async precision => {
    const [one, three] = await Promise.all([
      nodeKernels({ precision, threads: 1 }),
      nodeKernels({ precision, threads: 3 }),
    ]);
    expect(three.threads).toBe(3);
    for (const [m, nIn, nOut] of [
      [64, 300, 130],
      [7, 600, 1000],
      [500, 40, 33],
      [1, 900, 900],
    ] as const) {
      const results = [one, three].map(kernels => {
        const random = new Random(m);
        const layer = operands(kernels, random, m, nIn, nOut);
        const program = kernels.compile([
          { call: 'affine', args: [layer.W, layer.b, layer.X, layer.Z], reads: '' },
          { call: 'affineGradient', args: [layer.Z, layer.X, layer.dW, layer.db, true], reads: '' },
          { call: 'affineInputGradient', args: [layer.W, layer.Z, layer.dX, true], reads: '' },
        ]);
        program.run(m, 3);
        return [layer.Z, layer.dW, layer.db, layer.dX].map(({ data }) => data);
      });
      expect(results[1]).toEqual(results[0]);
    }
  });
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

/** Sizes beyond the blocks in which B is packed, and every remainder of a tile. */
function agreesWithTheReference(kernels: Kernels, reference: Kernels) {
  const tolerance = kernels.precision === 'float64' ? 1e-11 : 3e-3;
  const size = (largest: number) =>
    fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: largest }));
  const layer = fc.record({
    m: size(70),
    nIn: size(620),
    nOut: size(300),
    seed: fc.nat(99),
    add: fc.boolean(),
  });

  test('agree with the reference on layers of any size', () => {
    fc.assert(
      fc.property(layer, ({ m, nIn, nOut, seed, add }) => {
        const [ours, theirs] = [kernels, reference].map(set => {
          const { W, b, X, Z, dW, db, dX } = operands(set, new Random(seed), m, nIn, nOut);
          set.affine(W, b, X, Z);
          set.affineGradient(Z, X, dW, db, add);
          set.affineInputGradient(W, Z, dX, add);
          return [Z, dW, db, dX].map(({ data }) => data);
        });
        for (const [i, values] of ours!.entries()) {
          const expected = theirs![i]!;
          const largest = [...expected].reduce((most, value) => Math.max(most, Math.abs(value)), 1);
          for (let k = 0; k < values.length; k++) {
            if (Math.abs(values[k]! - expected[k]!) > tolerance * largest) {
              expect(values[k]).toBeCloseTo(expected[k]!, 8);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('leave memory beyond their results as it was', () => {
    fc.assert(
      fc.property(layer, ({ m, nIn, nOut, seed }) => {
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
