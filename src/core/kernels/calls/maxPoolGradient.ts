import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { chosenPlaces, placeBytes, placesWidth } from '../poolPlaces';
import { moving } from '../slots';
import { inputSize, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';
import { clear } from './clear';
import { maxPool } from './maxPool';

/** dX += dA, at the pixels that were the largest; `at` is what `maxPool` left there. */
export const maxPoolGradient: CallDefinition<
  [window: Window, dA: Batch, at: Batch, dX: Batch, add: boolean]
> = {
  name: 'maxPoolGradient',
  run(w, dA, at, dX, add) {
    if (!add) clear.run(dX);
    for (let i = 0; i < dX.m; i++) {
      const chosen = chosenPlaces(w, at, i);
      for (let k = 0; k < dA.n; k++) {
        const position = Math.floor(k / w.inC);
        const place = chosen[k]!;
        const [y, x] = [Math.floor(position / w.outW), position % w.outW];
        const row = y * w.strideH - w.padTop + Math.floor(place / w.kW) * w.dilationH;
        const column = x * w.strideW - w.padLeft + (place % w.kW) * w.dilationW;
        dX.data[i * dX.n + (row * w.inW + column) * w.inC + (k % w.inC)]! += dA.data[i * dA.n + k]!;
      }
    }
  },
  slots: (w, dA, at, dX, add) => [
    ...windowSlots(w),
    moving(dA),
    moving(at),
    moving(dX),
    Number(add),
    at.n,
    placeBytes(w),
  ],
  adds: (_w, _dA, _at, dX) => [dX],
  work: (_w, dA, _at, dX) => 2 * dA.n + dX.n,
  exact: () => true,
  fits: (w, dA, at, dX) => [
    [inputSize(w), dX.n],
    [positions(w) * w.inC, dA.n],
    [placesWidth(w), at.n],
    [dX.m, dA.m, at.m],
  ],
  cases: make =>
    windowCases.flatMap(w => {
      const at = make.bytes(placesWidth(w), 2);
      const outputs = () => make.batch(positions(w) * w.inC, 2);
      maxPool.run(w, make.batch(inputSize(w), 2), outputs(), at);
      return [true, false].map(
        (add): Parameters<typeof maxPoolGradient.run> => [w, outputs(), at, make.batch(inputSize(w), 2), add],
      );
    }),
};
