import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { givenGradient, sequenceSizes, stepAt, transposedProduct } from '../sequence';
import { at, moving } from '../slots';

/**
 * dz⟨t⟩ = (1 − a⟨t⟩²) ∘ (da⟨t⟩ + Waaᵀ·dz⟨t+1⟩), back through what `rnn` left in Z (T·n_a, m), which holds dz⟨t⟩ afterwards: so the
 * gradients of Wax, Waa, ba and x are one product each over all steps. dA is of all steps, (T·n_a, m), or of the last one taken,
 * (n_a, m); `carried` (n_a, m) is room for what a step gives to the one before.
 */
export const rnnGradient: CallDefinition<
  [Waa: Matrix, dA: Batch, Z: Batch, carried: Batch, backwards: boolean]
> = {
  name: 'rnnGradient',
  run(Waa, dA, Z, carried, backwards) {
    const units = Waa.columns;
    const steps = Z.n / units;
    for (let i = 0; i < Z.m; i++) {
      const kept = i * units;
      for (let k = steps - 1; k >= 0; k--) {
        const t = stepAt(k, steps, backwards);
        const from = i * Z.n + t * units;
        for (let j = 0; j < units; j++) {
          const last = k === steps - 1;
          const da = givenGradient(dA, i, t, j, units, last) + (last ? 0 : carried.data[kept + j]!);
          Z.data[from + j] = da * (1 - Z.data[from + j]! ** 2);
        }
        if (k > 0) transposedProduct(Waa, Z, from, carried, kept, false);
      }
    }
  },
  slots: (Waa, dA, Z, carried, backwards) => [
    Waa.columns,
    Z.n / Waa.columns,
    Number(dA.n !== Waa.columns),
    Number(backwards),
    at(Waa),
    moving(dA),
    moving(Z),
    moving(carried),
  ],
  work: (Waa, _dA, Z) => Z.n * (2 * Waa.columns + 4),
  fits: (Waa, dA, Z, carried) => [
    [Waa.rows, Waa.columns, carried.n],
    [Z.n % Waa.columns, 0],
    [dA.n, dA.n === Waa.columns ? dA.n : Z.n],
    [Z.m, dA.m, carried.m],
  ],
  spoils: (_Waa, _dA, _Z, carried) => [carried],
  cases: make =>
    sequenceSizes.flatMap(([m, steps, units]) =>
      [true, false].map(
        (all): Parameters<typeof rnnGradient.run> => [
          make.matrix(units, units),
          make.batch(all ? steps * units : units, m),
          make.batch(steps * units, m, 0.5),
          make.batch(units, m),
          units % 2 === 0 ? all : !all,
        ],
      ),
    ),
};
