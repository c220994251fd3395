import { expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import type { Window } from '../../../src/core/kernels/window';
import { Random } from '../../../src/core/random';
import { wasmSet } from './wasmSet';

const { NaN: nan, POSITIVE_INFINITY: most, NEGATIVE_INFINITY: least } = Number;
const odd = [0, -0, 1, 1, 2, -3, nan, most, least, least];

/** Two by two, side by side or a step apart, with a row or column left over. */
const windows = [
  { stride: 2, inH: 7, inW: 6, outH: 3, outW: 3 },
  { stride: 1, inH: 4, inW: 5, outH: 3, outW: 4 },
  { stride: 3, inH: 9, inW: 8, outH: 3, outW: 3 },
].flatMap(({ stride, ...sizes }) =>
  [4, 8, 5].map(
    inC =>
      ({
        ...sizes,
        inC,
        kH: 2,
        kW: 2,
        strideH: stride,
        strideW: stride,
        padTop: 0,
        padLeft: 0,
        dilationH: 1,
        dilationW: 1,
      }) as Window,
  ),
);

test.each(windows)('two by two of NaN, infinities and equal values, as the notes say: %o', window => {
  const { inH, inW, inC, outH, outW } = window;
  const made = (kernels: Kernels) => {
    const random = new Random(3);
    const m = 3;
    const batch = (n: number) => ({ n, m, data: kernels.allocate(n * m) });
    const [X, A, dX] = [batch(inH * inW * inC), batch(outH * outW * inC), batch(inH * inW * inC)];
    const at = { ...batch(outH * outW * inC), bytes: true as const };
    for (const k of X.data.keys()) X.data[k] = odd[Math.floor(random.rand() * odd.length)]!;
    kernels.maxPool(window, X, A, at);
    const dA = batch(A.n);
    for (const k of dA.data.keys()) dA.data[k] = k + 1;
    kernels.maxPoolGradient(window, dA, at, dX, false);
    return [[...A.data], [...dX.data]];
  };
  const expected = made(referenceKernels('float32'));
  expect(made(wasmSet('float32', 'relaxed'))).toEqual(expected);
  expect(made(wasmSet('float64', 'relaxed'))).toEqual(expected);
});
