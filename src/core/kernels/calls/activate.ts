import type { Activation } from '../../activations/activation';
import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { activationCodes } from '../wasm/codes';
import { isExactActivation } from '../wasm/exact';

/** A = g(Z). */
export const activate: CallDefinition<[g: Activation, Z: Batch, A: Batch]> = {
  name: 'activate',
  run(g, Z, A) {
    for (let i = 0; i < Z.m; i++) g.forward(Z.data, A.data, i * Z.n, Z.n);
  },
  slots(g, Z, A) {
    const code = activationCodes[g.type];
    return code === undefined ? undefined : [code, Z.n, moving(Z), moving(A)];
  },
  work: (_g, Z) => 30 * Z.n,
  exact: isExactActivation,
  fits: (_g, Z, A) => [
    [Z.n, A.n],
    [Z.m, A.m],
  ],
  cases: make => make.activations.map(g => [g, make.batch(7, 5, 3), make.batch(7, 5)]),
};
