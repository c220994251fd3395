import { expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { Random } from '../../../src/core/random';
import { threadedSet, wasmSet } from './wasmSet';

/** More weights of a step than a thread has room for beside its products. */
const [m, Tk, width, heads] = [1, 700_001, 2, 2];

test('weights of a very long series are dropped without touching what other threads hold', () => {
  const made = (kernels: Kernels) => {
    const random = new Random(3);
    const batch = (n: number) => ({ n, m, data: kernels.allocate(n * m) });
    const [Q, K, V] = [batch(width), batch(Tk * width), batch(Tk * width)];
    for (const { data } of [Q, K, V]) for (const k of data.keys()) data[k] = random.rand() - 0.5;
    const [P, C] = [batch(heads * Tk), batch(width)];
    const at = kernels.allocateSums(3);
    const draws = { key: kernels.place(Int32Array.of(5, 1)), at, start: kernels.place(new Int32Array(1)) };
    kernels.attend(Q, K, V, width, heads, false, draws, 0.5, P, C);
    return [...C.data];
  };
  const expected = made(wasmSet('float64', 'relaxed'));
  const threads = threadedSet('float64', 2);
  for (let i = 0; i < 3; i++) expect(made(threads)).toEqual(expected);
});
