import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { inputSize, overPlaces, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';
import { countsOf } from './averagePool';
import { clear } from './clear';

/** dX += dA, divided among the pixels it is the mean of. */
export const averagePoolGradient: CallDefinition<[window: Window, dA: Batch, dX: Batch, add: boolean]> = {
  name: 'averagePoolGradient',
  run(w, dA, dX, add) {
    const { inC } = w;
    const counts = countsOf(w);
    if (!add) clear.run(dX);
    for (let i = 0; i < dX.m; i++) {
      const [from, to] = [i * dA.n, i * dX.n];
      overPlaces(w, (position, _place, pixel) => {
        for (let c = 0; c < inC; c++) {
          dX.data[to + pixel * inC + c]! += dA.data[from + position * inC + c]! / counts[position]!;
        }
      });
    }
  },
  slots: (w, dA, dX, add) => [...windowSlots(w), moving(dA), moving(dX), Number(add)],
  adds: (_w, _dA, dX) => [dX],
  work: (w, dA) => dA.n * w.kH * w.kW,
  exact: () => true,
  fits: (w, dA, dX) => [
    [inputSize(w), dX.n],
    [positions(w) * w.inC, dA.n],
    [dX.m, dA.m],
  ],
  cases: make =>
    windowCases.flatMap(w =>
      [true, false].map(
        (add): Parameters<typeof averagePoolGradient.run> => [
          w,
          make.batch(positions(w) * w.inC, 2),
          make.batch(inputSize(w), 2),
          add,
        ],
      ),
    ),
};
