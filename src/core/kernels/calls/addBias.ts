import type { CallDefinition } from '../call';
import { layerSizes } from '../layerSizes';
import { type Batch, type Matrix, sizeOf } from '../operands';
import { at, moving } from '../slots';

/** Z = P + b for each example, value by value: where W·X is known already, or b is what every example has added. */
export const addBias: CallDefinition<[P: Batch, b: Matrix | undefined, Z: Batch]> = {
  name: 'addBias',
  run(P, b, Z) {
    for (let i = 0; i < Z.m; i++) {
      for (let j = 0; j < Z.n; j++) Z.data[i * Z.n + j] = P.data[i * Z.n + j]! + (b ? b.data[j]! : 0);
    }
  },
  slots: (P, b, Z) => [P.n, moving(P), at(b), moving(Z)],
  exact: () => true,
  fits: (P, b, Z) => [
    [P.n, Z.n, b ? sizeOf(b) : Z.n],
    [P.m, Z.m],
  ],
  cases: make =>
    layerSizes.flatMap(([m, , n]) =>
      [make.matrix(n, 1), undefined].map(
        (b): Parameters<typeof addBias.run> => [make.batch(n, m), b, make.batch(n, m)],
      ),
    ),
};
