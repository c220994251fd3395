import type { Activation } from '../../activations/activation';
import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { activationCodes } from '../wasm/codes';
import { isExactActivation } from '../wasm/exact';
import { activate } from './activate';

/** dZ = dA ∘ g′(Z); for softmax the whole Jacobian of each example. */
export const activateGradient: CallDefinition<[g: Activation, Z: Batch, A: Batch, dA: Batch, dZ: Batch]> = {
  name: 'activateGradient',
  run(g, Z, A, dA, dZ) {
    for (let i = 0; i < Z.m; i++) g.backward(Z.data, A.data, dA.data, dZ.data, i * Z.n, Z.n);
  },
  slots(g, Z, A, dA, dZ) {
    const code = activationCodes[g.type];
    return code === undefined ? undefined : [code, Z.n, moving(Z), moving(A), moving(dA), moving(dZ)];
  },
  exact: isExactActivation,
  fits: (_g, Z, A, dA, dZ) => [
    [Z.n, A.n, dA.n, dZ.n],
    [Z.m, A.m, dA.m, dZ.m],
  ],
  cases: make =>
    make.activations.map(g => {
      const [Z, A] = [make.batch(7, 5, 3), make.batch(7, 5)];
      activate.run(g, Z, A);
      return [g, Z, A, make.batch(7, 5), make.batch(7, 5)];
    }),
};
