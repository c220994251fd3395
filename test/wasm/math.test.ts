import { describe, expect, test } from 'vitest';
import { builds, sharedMemory, wasmModule } from '../core/kernels/wasmSet';

/** What src/wasm/math.ts says of each function: its largest error in units of the last place, and where it holds. */
const functions = [
  { name: 'exp', f: Math.exp, ulps: 2, from: [-87, -708], to: [88, 709] },
  { name: 'log', f: Math.log, ulps: 2, from: [1e-37, 1e-307], to: [1e37, 1e307], geometric: true },
  { name: 'tanh', f: Math.tanh, ulps: 4, from: [-25, -25], to: [25, 25] },
  { name: 'sigmoid', f: (z: number) => 1 / (1 + Math.exp(-z)), ulps: 4, from: [-80, -700], to: [80, 700] },
  { name: 'expm1', f: Math.expm1, ulps: 3, from: [-87, -708], to: [88, 709] },
];
const count = 200_000;

describe.each(builds)('functions of vectors, %s, %s', (precision, fma) => {
  const single = precision === 'float32';
  const memory = sharedMemory();
  memory.grow(100);
  const { heapBase, tabulate } = new WebAssembly.Instance(wasmModule(precision, fma), { env: { memory } })
    .exports as { heapBase(): number; tabulate(f: number, x: number, y: number, vectors: number): void };
  const FloatArray = single ? Float32Array : Float64Array;
  const start = Math.ceil(heapBase() / 64) * 64;
  const x = new FloatArray(memory.buffer, start, count);
  const y = new FloatArray(memory.buffer, start + count * 8, count);

  test.each(functions)('$name is within $ulps ulp', ({ name, f, ulps, from, to, geometric }) => {
    const [low, high] = [from[single ? 0 : 1]!, to[single ? 0 : 1]!];
    for (let i = 0; i < count; i++) {
      const share = i / (count - 1);
      // half of them near 0 (near 1 for log), where digits are lost most easily
      const near = i % 2 ? 1 : 1e-3;
      x[i] = geometric
        ? Math.exp(near * (Math.log(low) + share * (Math.log(high) - Math.log(low))))
        : near * (low + share * (high - low));
    }
    tabulate(
      functions.findIndex(other => other.name === name),
      x.byteOffset,
      y.byteOffset,
      (count * x.BYTES_PER_ELEMENT) / 16,
    );
    let worst = 0;
    for (let i = 0; i < count; i++) {
      const exact = f(x[i]!);
      // near 1 the logarithm is a difference: its error is in units of the numbers it comes from
      const unit = Math.max(ulpOf(exact, single), geometric ? 2 ** (single ? -24 : -53) : 0);
      worst = Math.max(worst, Math.abs(y[i]! - exact) / unit);
    }
    expect(worst).toBeLessThan(ulps);
    expect(worst).toBeGreaterThan(0);
  });

  test('what isn’t a number stays so, and infinities are as they should be', () => {
    const given = [Number.NaN, Infinity, -Infinity, 0];
    x.set(given);
    for (const [which, expected] of [
      [2, [Number.NaN, 1, -1, 0]],
      [3, [Number.NaN, 1, 0, 0.5]],
    ] as const) {
      tabulate(which, x.byteOffset, y.byteOffset, 2);
      for (const [i, value] of expected.entries()) {
        if (Number.isNaN(value)) expect(y[i]).toBeNaN();
        else expect(y[i]).toBeCloseTo(value, 15);
      }
    }
  });
});

function ulpOf(value: number, single: boolean): number {
  const exponent = Math.floor(Math.log2(Math.abs(value) || 2 ** -126));
  return single ? 2 ** (Math.max(exponent, -126) - 23) : 2 ** (Math.max(exponent, -1022) - 52);
}
