import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** dA += dC where A is larger than B, and half of it where they are equal, as PyTorch shares it. */
export const maximumGradient: CallDefinition<[A: Batch, B: Batch, dC: Batch, dA: Batch, add: boolean]> = {
  name: 'maximumGradient',
  run(A, B, dC, dA, add) {
    const length = dA.n * dA.m;
    for (let k = 0; k < length; k++) {
      const share = A.data[k]! > B.data[k]! ? 1 : A.data[k]! === B.data[k]! ? 0.5 : 0;
      dA.data[k] = (add ? dA.data[k]! : 0) + share * dC.data[k]!;
    }
  },
  slots: (A, B, dC, dA, add) => [A.n, moving(A), moving(B), moving(dC), moving(dA), Number(add)],
  adds: (_A, _B, _dC, dA) => [dA],
  fits: (A, B, dC, dA) => [
    [A.n, B.n, dC.n, dA.n],
    [A.m, B.m, dC.m, dA.m],
  ],
  cases: make =>
    [true, false].flatMap(add => {
      const A = make.batch(7, 5);
      return [A, make.batch(7, 5)].map(B => [A, B, make.batch(7, 5), make.batch(7, 5), add] as const);
    }) as ReturnType<(typeof maximumGradient)['cases']>,
};
