import type { CallDefinition } from '../call';
import { convolutionCases } from '../convolutionCases';
import { hasRoom } from '../convolutionRoom';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { clear } from './clear';

/**
 * dX += at each pixel the sum of what it added to the places that cover it. What a convolution makes of X, this makes of
 * dZ: so it is also the transposed convolution, forward.
 */
export const convolveInputGradient: CallDefinition<
  [window: Window, groups: number, W: Matrix, dZ: Batch, dX: Batch, add: boolean]
> = {
  name: 'convolveInputGradient',
  run(w, groups, W, dZ, dX, add) {
    if (!add) clear.run(dX);
    const each = w.inC / groups;
    const filters = W.rows / groups;
    for (let i = 0; i < dX.m; i++) {
      const [x, z] = [i * dX.n, i * dZ.n];
      overPlaces(w, (position, place, pixel) => {
        for (let f = 0; f < W.rows; f++) {
          const to = x + pixel * w.inC + Math.floor(f / filters) * each;
          const k = f * W.columns + place * each;
          const dz = dZ.data[z + position * W.rows + f]!;
          for (let c = 0; c < each; c++) dX.data[to + c]! += dz * W.data[k + c]!;
        }
      });
    }
  },
  slots: (w, groups, W, dZ, dX, add) =>
    hasRoom(W) ? [...windowSlots(w), groups, W.rows, at(W), moving(dZ), moving(dX), Number(add)] : undefined,
  adds: (_w, _groups, _W, _dZ, dX) => [dX],
  work: (w, _groups, W) => 2 * positions(w) * W.rows * W.columns,
  fits: (w, groups, W, dZ, dX) => [
    [dX.n, inputSize(w)],
    [dZ.n, positions(w) * W.rows],
    [W.columns, (places(w) * w.inC) / groups],
    [dX.m, dZ.m],
  ],
  cases: make =>
    convolutionCases.map(({ window: w, groups, filters, m }, i) => {
      const columns = (places(w) * w.inC) / groups;
      return [
        w,
        groups,
        make.matrix(filters, columns),
        make.batch(positions(w) * filters, m),
        make.batch(inputSize(w), m),
        i % 2 === 0,
      ];
    }),
};
