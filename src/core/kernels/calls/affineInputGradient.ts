import { addCombinations } from '../addCombinations';
import type { CallDefinition } from '../call';
import { layerSizes } from '../layerSizes';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { clear } from './clear';

/** dX += Wᵀ·dZ. */
export const affineInputGradient: CallDefinition<[W: Matrix, dZ: Batch, dX: Batch, add: boolean]> = {
  name: 'affineInputGradient',
  run(W, dZ, dX, add) {
    if (!add) clear.run(dX);
    addCombinations(dX.data, dX.m, W.data, W.rows, dX.n, dZ.data, dZ.n, 1);
  },
  slots: (W, dZ, dX, add) => [at(W), W.rows, W.columns, moving(dZ), moving(dX), Number(add)],
  adds: (_W, _dZ, dX) => [dX],
  work: W => 2 * W.rows * W.columns,
  exact: () => true,
  fits: (W, dZ, dX) => [
    [W.columns, dX.n],
    [W.rows, dZ.n],
    [dX.m, dZ.m],
  ],
  cases: make =>
    layerSizes.flatMap(([m, nIn, nOut]) =>
      [true, false].map(
        (add): Parameters<typeof affineInputGradient.run> => [
          make.matrix(nOut, nIn),
          make.batch(nOut, m),
          make.batch(nIn, m),
          add,
        ],
      ),
    ),
};
