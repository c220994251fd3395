import type { Window } from './window';

/** [input's H, W, C], kernel, stride, padding above and on the left, dilation, output's H, W. */
const sizes: readonly (readonly [number[], number[], number[], number[], number[], number[]])[] = [
  [
    [5, 4, 3],
    [3, 3],
    [1, 1],
    [1, 1],
    [1, 1],
    [5, 4],
  ],
  [
    [6, 6, 8],
    [2, 2],
    [2, 2],
    [0, 0],
    [1, 1],
    [3, 3],
  ],
  // side by side, with pixels left over at the end
  [
    [7, 8, 4],
    [2, 3],
    [2, 3],
    [0, 0],
    [1, 1],
    [3, 2],
  ],
  // more padding at the end than at the beginning
  [
    [7, 6, 5],
    [3, 2],
    [2, 3],
    [1, 0],
    [1, 1],
    [4, 2],
  ],
  [
    [9, 8, 4],
    [2, 3],
    [1, 2],
    [2, 3],
    [3, 2],
    [10, 5],
  ],
  // a single channel, a row, and the whole
  [
    [4, 9, 1],
    [5, 5],
    [1, 1],
    [2, 2],
    [1, 1],
    [4, 9],
  ],
  [
    [1, 11, 7],
    [1, 3],
    [1, 1],
    [0, 2],
    [1, 2],
    [1, 11],
  ],
  [
    [5, 5, 6],
    [5, 5],
    [1, 1],
    [0, 0],
    [1, 1],
    [1, 1],
  ],
  // more places than a byte counts
  [
    [18, 17, 2],
    [17, 16],
    [1, 1],
    [0, 0],
    [1, 1],
    [2, 2],
  ],
];

/** Windows of every kind, for the cases of calls. */
export const windowCases = sizes.map(
  ([
    [inH, inW, inC],
    [kH, kW],
    [strideH, strideW],
    [padTop, padLeft],
    [dilationH, dilationW],
    [outH, outW],
  ]) =>
    ({
      inH,
      inW,
      inC,
      kH,
      kW,
      strideH,
      strideW,
      padTop,
      padLeft,
      dilationH,
      dilationW,
      outH,
      outW,
    }) as Window,
);
