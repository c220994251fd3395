import type { Window } from './window';

/** Vertically and horizontally. */
type Sides = readonly [number, number];

/** Windows of cases, with filters and examples: every way in which a kernel meets the edge of a picture. */
export const convolutionCases: readonly {
  readonly window: Window;
  readonly groups: number;
  readonly filters: number;
  readonly m: number;
}[] = [
  // a kernel of 3 within; one filter, one channel
  { window: windowOf([5, 6], 1, [3, 3]), groups: 1, filters: 1, m: 2 },
  // 'same', with channels beyond a vector and filters beyond a tile
  { window: windowOf([6, 5], 9, [3, 3], { before: [1, 1], places: [6, 5] }), groups: 1, filters: 17, m: 3 },
  // colours, a stride, a large kernel half outside
  {
    window: windowOf([9, 8], 3, [5, 5], { stride: [2, 2], before: [2, 2], places: [5, 4] }),
    groups: 1,
    filters: 8,
    m: 2,
  },
  // unequal sides, steps and distances
  {
    window: windowOf([8, 7], 4, [2, 3], {
      stride: [1, 2],
      dilation: [2, 1],
      before: [1, 1],
      places: [8, 4],
    }),
    groups: 1,
    filters: 4,
    m: 1,
  },
  {
    window: windowOf([7, 9], 2, [3, 3], { dilation: [2, 3], before: [2, 3], places: [7, 9] }),
    groups: 1,
    filters: 5,
    m: 2,
  },
  // a pixel at a time
  { window: windowOf([4, 5], 7, [1, 1]), groups: 1, filters: 12, m: 3 },
  { window: windowOf([5, 5], 8, [1, 1], { stride: [2, 2], places: [3, 3] }), groups: 1, filters: 8, m: 2 },
  // groups of channels
  { window: windowOf([5, 4], 6, [3, 3], { before: [1, 1], places: [5, 4] }), groups: 2, filters: 4, m: 2 },
  // each channel by itself: one filter each, then two, and channels that are no whole number of vectors
  { window: windowOf([5, 6], 8, [3, 3], { before: [1, 1], places: [5, 6] }), groups: 8, filters: 8, m: 2 },
  {
    window: windowOf([6, 7], 5, [3, 3], { stride: [2, 2], before: [1, 1], places: [3, 4] }),
    groups: 5,
    filters: 10,
    m: 2,
  },
  // a series
  { window: windowOf([1, 9], 5, [1, 4], { places: [1, 6] }), groups: 1, filters: 6, m: 2 },
  // the kernel is as large as the picture, and reaches beyond it on all sides
  { window: windowOf([3, 3], 2, [5, 5], { before: [2, 2], places: [3, 3] }), groups: 1, filters: 3, m: 2 },
  // more products for one sum than are packed at a time, more places than a block
  { window: windowOf([3, 4], 40, [3, 3], { before: [1, 1], places: [3, 4] }), groups: 1, filters: 9, m: 1 },
  {
    window: windowOf([30, 31], 2, [3, 3], { before: [1, 1], places: [30, 31] }),
    groups: 1,
    filters: 16,
    m: 2,
  },
];

function windowOf(
  [inH, inW]: Sides,
  inC: number,
  [kH, kW]: Sides,
  {
    stride = [1, 1],
    dilation = [1, 1],
    before = [0, 0],
    places = [inH - kH + 1, inW - kW + 1],
  }: Partial<Readonly<Record<'stride' | 'dilation' | 'before' | 'places', Sides>>> = {},
): Window {
  const [strideH, strideW] = stride;
  const [dilationH, dilationW] = dilation;
  const [padTop, padLeft] = before;
  const [outH, outW] = places;
  return { inH, inW, inC, kH, kW, strideH, strideW, padTop, padLeft, dilationH, dilationW, outH, outW };
}
