import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';
import { clear } from './clear';

/** dX += dZ times the kernel, at the pixels that lay under it. */
export const depthwiseInputGradient: CallDefinition<
  [window: Window, W: Matrix, dZ: Batch, dX: Batch, add: boolean]
> = {
  name: 'depthwiseInputGradient',
  run(w, W, dZ, dX, add) {
    const { inC } = w;
    if (!add) clear.run(dX);
    for (let i = 0; i < dX.m; i++) {
      const [from, to] = [i * dZ.n, i * dX.n];
      overPlaces(w, (position, place, pixel) => {
        for (let c = 0; c < inC; c++) {
          dX.data[to + pixel * inC + c]! += W.data[place * inC + c]! * dZ.data[from + position * inC + c]!;
        }
      });
    }
  },
  slots: (w, W, dZ, dX, add) => [...windowSlots(w), at(W), moving(dZ), moving(dX), Number(add)],
  adds: (_w, _W, _dZ, dX) => [dX],
  work: (w, _W, dZ) => 2 * dZ.n * places(w),
  exact: () => true,
  fits: (w, W, dZ, dX) => [
    [places(w), W.rows],
    [w.inC, W.columns],
    [inputSize(w), dX.n],
    [positions(w) * w.inC, dZ.n],
    [dX.m, dZ.m],
  ],
  cases: make =>
    windowCases.flatMap(w =>
      [true, false].map(
        (add): Parameters<typeof depthwiseInputGradient.run> => [
          w,
          make.matrix(places(w), w.inC),
          make.batch(positions(w) * w.inC, 2),
          make.batch(inputSize(w), 2),
          add,
        ],
      ),
    ),
};
