import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { placesWidth } from '../../../src/core/kernels/poolPlaces';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { inputSize, places, positions, type Window } from '../../../src/core/kernels/window';
import { Random } from '../../../src/core/random';
import { builds, threadedSet, wasmSet } from './wasmSet';

// The compiled calls over windows against the reference in float64, for any window that a layer may have: paddings beyond the
// kernel, steps beyond the picture, dilations, groups, and sizes for which the kernels' scratch memory has no room at once.

interface Convolution {
  readonly w: Window;
  readonly groups: number;
  readonly filters: number;
  readonly m: number;
  readonly add: boolean;
}

const side = fc
  .record({
    k: fc.integer({ min: 1, max: 4 }),
    stride: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 7)),
    dilation: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3 })),
    more: fc.nat(8),
    pad: fc.nat(5),
    after: fc.nat(1),
  })
  .map(({ k, stride, dilation, more, pad, after }) => {
    const reach = (k - 1) * dilation + 1;
    const size = Math.max(1, reach - 2 * pad - after) + more;
    return {
      k,
      stride,
      dilation,
      pad,
      size,
      out: Math.floor((size + 2 * pad + after - reach) / stride) + 1,
    };
  });
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

const windowOf = (h: Side, w: Side, inC: number): Window => ({
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
});

const convolutions = fc
  .record({
    h: side,
    w: side,
    groups: fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 5 })),
    each: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.integer({ min: 6, max: 34 })),
    filters: fc.oneof(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 6, max: 18 }),
      fc.integer({ min: 19, max: 36 }),
    ),
    m: fc.integer({ min: 1, max: 6 }),
    add: fc.boolean(),
  })
  .map(({ h, w, groups, each, filters, m, add }): Convolution => {
    const N = groups === 1 ? filters : Math.ceil(filters / 7);
    return { w: windowOf(h, w, each * groups), groups, filters: N * groups, m, add };
  });

const plain = (size: number, k: number, pad: number, stride = 1): Side => ({
  k,
  stride,
  dilation: 1,
  pad,
  size,
  out: Math.floor((size + 2 * pad - k) / stride) + 1,
});

/** Beyond what is laid out, framed or packed at once. */
const large: readonly (readonly [string, Convolution])[] = [
  [
    'rows of a picture in several chunks',
    { w: windowOf(plain(30, 3, 1), plain(2000, 3, 1), 8), groups: 1, filters: 3, m: 1, add: true },
  ],
  [
    'a row that has no room',
    { w: windowOf(plain(3, 3, 1), plain(9000, 3, 1), 24), groups: 1, filters: 3, m: 1, add: false },
  ],
  [
    'kernels that aren’t packed at once',
    { w: windowOf(plain(4, 3, 1), plain(4, 3, 1), 600), groups: 1, filters: 75, m: 2, add: true },
  ],
  [
    'kernels of which not one tile is packed',
    { w: windowOf(plain(6, 6, 0), plain(6, 6, 1), 1500), groups: 1, filters: 5, m: 1, add: false },
  ],
  [
    'a kernel that isn’t laid out at once',
    { w: windowOf(plain(30, 30, 0), plain(31, 30, 0), 900), groups: 1, filters: 2, m: 2, add: true },
  ],
  [
    'gradients that aren’t framed at once',
    { w: windowOf(plain(40, 3, 1), plain(40, 3, 1), 3), groups: 1, filters: 300, m: 1, add: true },
  ],
  [
    'sums of groups of examples, over several blocks of places',
    { w: windowOf(plain(20, 3, 1), plain(21, 3, 1), 5), groups: 1, filters: 20, m: 19, add: true },
  ],
  [
    'kernels that are too many for sums of groups',
    { w: windowOf(plain(3, 3, 1), plain(3, 3, 1), 170), groups: 1, filters: 180, m: 4, add: true },
  ],
  [
    'a row of places that has no room as a panel',
    { w: windowOf(plain(1, 1, 0), plain(26000, 3, 1), 1), groups: 1, filters: 20, m: 4, add: true },
  ],
  [
    'a padding beyond all that the kernel covers',
    { w: windowOf(plain(3, 2, 1), plain(2, 2, 7, 50), 4), groups: 1, filters: 4, m: 2, add: false },
  ],
];

/** What a set makes of a convolution: Z, dW, db and dX. Operands are the same for every set. */
function made(set: Kernels, { w, groups, filters, m, add }: Convolution) {
  const random = new Random(w.inH + 31 * w.inW + 7 * filters);
  const fill = (length: number) => {
    const data = set.allocate(length);
    // numbers that are the same in both precisions
    for (let k = 0; k < length; k++) data[k] = Math.fround(random.uniform(-0.5, 0.5));
    return data;
  };
  const batch = (n: number) => ({ n, m, data: fill(n * m) });
  const matrix = (rows: number, columns: number) => ({ rows, columns, data: fill(rows * columns) });
  const columns = (places(w) * w.inC) / groups;
  const [X, W, b] = [batch(inputSize(w)), matrix(filters, columns), matrix(filters, 1)];
  const [Z, dZ, dX] = [batch(positions(w) * filters), batch(positions(w) * filters), batch(inputSize(w))];
  const [dW, db] = [matrix(filters, columns), matrix(filters, 1)];
  set.convolve(w, groups, W, b, X, Z);
  set.convolveGradient(w, groups, dZ, X, dW, db, add);
  set.convolveInputGradient(w, groups, W, dZ, dX, add);
  // what lies beside them stays as it was
  return { Z, dW, db, dX, X, W, dZ };
}

/** The largest difference of two arrays, beside what their sizes allow; NaN where one is. */
function farthest(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [most, size] = [0, 1];
  for (let k = 0; k < expected.length; k++) {
    const away = Math.abs(found[k]! - expected[k]!);
    if (!(away <= most)) most = away;
    size = Math.max(size, Math.abs(expected[k]!));
    if (Number.isNaN(most)) return most;
  }
  return most / size;
}

const reference = referenceKernels('float64');
/** What the reference makes of a convolution, kept: it takes longer than all the sets. */
const kept = new Map<string, ReturnType<typeof made>>();
function expectedOf(convolution: Convolution) {
  const key = JSON.stringify(convolution);
  const expected = kept.get(key) ?? made(reference, convolution);
  kept.set(key, expected);
  return expected;
}
const sets = [
  ...builds.flatMap(([precision, fma]) =>
    [false, true].map(
      wide =>
        [
          `${precision}, ${fma}${wide ? ', wide' : ''}`,
          precision,
          () => wasmSet(precision, fma, wide),
        ] as const,
    ),
  ),
  ...(['float32', 'float64'] as const).map(
    precision => [`${precision}, three threads`, precision, () => threadedSet(precision, 3)] as const,
  ),
];

describe.each(sets)('%s', (_name, precision, make) => {
  const tolerance = precision === 'float64' ? 1e-12 : 2e-5;
  const agrees = (set: Kernels, convolution: Convolution) => {
    const [found, expected] = [made(set, convolution), expectedOf(convolution)];
    for (const key of ['Z', 'dW', 'db', 'dX', 'X', 'W', 'dZ'] as const) {
      expect(farthest(found[key].data, expected[key].data), key).toBeLessThan(tolerance);
    }
  };

  test('convolutions and their gradients are the reference’s, whatever the window', () => {
    const set = make();
    fc.assert(
      fc.property(convolutions, convolution => agrees(set, convolution)),
      { numRuns: 25, seed: 8 },
    );
  });

  test.each(large)('%s', (_what, convolution) => agrees(make(), convolution));

  test('a max pool over −∞ alone gives its gradient to a pixel of the picture', () => {
    const set = make();
    const w: Window = { ...windowOf(plain(2, 2, 1), plain(2, 2, 1), 3) };
    const guard = set.allocate(64);
    const X = { n: inputSize(w), m: 1, data: set.allocate(inputSize(w)).fill(Number.NEGATIVE_INFINITY) };
    const dX = { ...X, data: set.allocate(inputSize(w)) };
    const A = { n: positions(w) * 3, m: 1, data: set.allocate(positions(w) * 3) };
    const dA = { ...A, data: set.allocate(A.n).fill(1) };
    const at = { n: placesWidth(w), m: 1, data: set.allocate(placesWidth(w)), bytes: true } as const;
    set.maxPool(w, X, A, at);
    set.maxPoolGradient(w, dA, at, dX, false);
    expect([...dX.data].reduce((sum, value) => sum + value, 0)).toBe(A.n);
    expect(guard.every(value => value === 0)).toBe(true);
  });
});

/** Few places and more kernels than a row of tiles: a thread's share may be one or two of them. */
const fewPlaces = [33, 34].map(
  (filters): Convolution => ({
    w: windowOf(plain(4, 3, 1), plain(4, 3, 1), 20),
    groups: 1,
    filters,
    m: 2,
    add: false,
  }),
);

test('the bits don’t depend on the number of threads', () => {
  const ofThreads = [1, 2, 3, 5].map(threads => threadedSet('float32', threads));
  fc.assert(
    fc.property(convolutions, convolution => {
      const [one, ...others] = ofThreads.map(set => made(set, convolution));
      for (const other of others) {
        for (const key of ['Z', 'dW', 'db', 'dX'] as const) expect(other[key].data).toEqual(one![key].data);
      }
    }),
    { numRuns: 25, seed: 9, examples: fewPlaces.map(convolution => [convolution]) },
  );
});
