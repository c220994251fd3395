import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { forEachTap, inputSize, placeCount, type Sliding, slidingSlots } from '../sliding';
import { slidingCases } from '../slidingCases';
import { at, moving } from '../slots';
import { clear } from './clear';

/**
 * dX += at each pixel the sum of what it added to the places that cover it. What a convolution makes of X, this makes of
 * dZ: so it is also the transposed convolution, forward.
 */
export const convolveInputGradient: CallDefinition<
  [sliding: Sliding, groups: number, W: Matrix, dZ: Batch, dX: Batch, add: boolean]
> = {
  name: 'convolveInputGradient',
  run(sliding, groups, W, dZ, dX, add) {
    if (!add) clear.run(dX);
    const each = sliding.channels / groups;
    const filters = W.rows / groups;
    for (let i = 0; i < dX.m; i++) {
      const [x, z] = [i * dX.n, i * dZ.n];
      forEachTap(sliding, (place, tap, pixel) => {
        for (let f = 0; f < W.rows; f++) {
          const to = x + pixel * sliding.channels + Math.floor(f / filters) * each;
          const w = f * W.columns + tap * each;
          const dz = dZ.data[z + place * W.rows + f]!;
          for (let c = 0; c < each; c++) dX.data[to + c]! += dz * W.data[w + c]!;
        }
      });
    }
  },
  slots: (sliding, groups, W, dZ, dX, add) => [
    ...slidingSlots(sliding),
    groups,
    W.rows,
    at(W),
    moving(dZ),
    moving(dX),
    Number(add),
  ],
  adds: (_window, _groups, _W, _dZ, dX) => [dX],
  work: (sliding, _groups, W) => 2 * placeCount(sliding) * W.rows * W.columns,
  fits: (sliding, groups, W, dZ, dX) => [
    [dX.n, inputSize(sliding)],
    [dZ.n, placeCount(sliding) * W.rows],
    [W.columns, (sliding.kernel[0] * sliding.kernel[1] * sliding.channels) / groups],
    [dX.m, dZ.m],
  ],
  cases: make =>
    slidingCases.map(({ sliding, groups, filters, m }, i) => {
      const columns = (sliding.kernel[0] * sliding.kernel[1] * sliding.channels) / groups;
      return [
        sliding,
        groups,
        make.matrix(filters, columns),
        make.batch(placeCount(sliding) * filters, m),
        make.batch(inputSize(sliding), m),
        i % 2 === 0,
      ];
    }),
};
