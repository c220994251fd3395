import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { givenGradient, sequenceSizes, stepAt, transposedProduct } from '../sequence';
import { at, moving } from '../slots';

/**
 * Back through what `gru` left: Z (T·3·n_a, m) holds the gates before and dz⟨t⟩ afterwards, R (T·3·n_a, m) r⟨t⟩ before and dr⟨t⟩
 * afterwards, so that the gradients of Wax, ba and x, and of Waa and baa, are one product each over all steps. With
 * da⟨t⟩ + Waaᵀ·dr⟨t+1⟩ + (1 − Γu⟨t+1⟩) ∘ da⟨t+1⟩ as da: dΓu = da ∘ (c̃⟨t⟩ − a⟨t−1⟩), dc̃ = da ∘ Γu, and dΓr = dz of c̃ ∘ r⟨t⟩.
 * dA as of `rnnGradient`; `carried` (n_a, m) is room for what a step gives to the one before.
 */
export const gruGradient: CallDefinition<
  [Waa: Matrix, dA: Batch, Z: Batch, R: Batch, P: Batch, carried: Batch, backwards: boolean]
> = {
  name: 'gruGradient',
  run(Waa, dA, Z, R, P, carried, backwards) {
    const units = Waa.columns;
    const steps = P.n / units;
    for (let i = 0; i < P.m; i++) {
      const kept = i * units;
      for (let k = steps - 1; k >= 0; k--) {
        const t = stepAt(k, steps, backwards);
        const from = i * P.n + t * units;
        const last = k === steps - 1;
        for (let j = 0; j < units; j++) {
          const gate = 3 * from + j;
          const reset = Z.data[gate]!;
          const update = Z.data[gate + units]!;
          const candidate = Z.data[gate + 2 * units]!;
          const da = givenGradient(dA, i, t, j, units, last) + (last ? 0 : carried.data[kept + j]!);
          const dCandidate = da * update * (1 - candidate * candidate);
          const dUpdate = da * (candidate - P.data[from + j]!) * update * (1 - update);
          const dReset = dCandidate * R.data[gate + 2 * units]! * reset * (1 - reset);
          Z.data[gate] = R.data[gate] = dReset;
          Z.data[gate + units] = R.data[gate + units] = dUpdate;
          Z.data[gate + 2 * units] = dCandidate;
          R.data[gate + 2 * units] = dCandidate * reset;
          carried.data[kept + j] = da * (1 - update);
        }
        if (k > 0) transposedProduct(Waa, R, 3 * from, carried, kept, true);
      }
    }
  },
  slots: (Waa, dA, Z, R, P, carried, backwards) => [
    Waa.columns,
    P.n / Waa.columns,
    Number(dA.n !== Waa.columns),
    Number(backwards),
    at(Waa),
    moving(dA),
    moving(Z),
    moving(R),
    moving(P),
    moving(carried),
  ],
  work: (Waa, _dA, Z) => Z.n * (2 * Waa.columns + 12),
  fits: (Waa, dA, Z, R, P, carried) => [
    [Waa.rows, 3 * Waa.columns],
    [carried.n, Waa.columns],
    [Z.n, R.n, 3 * P.n],
    [P.n % Waa.columns, 0],
    [dA.n, dA.n === Waa.columns ? dA.n : P.n],
    [Z.m, R.m, P.m, dA.m, carried.m],
  ],
  spoils: (_Waa, _dA, _Z, _R, _P, carried) => [carried],
  cases: make =>
    sequenceSizes.flatMap(([m, steps, units]) =>
      [true, false].map(
        (all): Parameters<typeof gruGradient.run> => [
          make.matrix(3 * units, units),
          make.batch(all ? steps * units : units, m),
          make.batch(3 * steps * units, m, 0.5),
          make.batch(3 * steps * units, m),
          make.batch(steps * units, m),
          make.batch(units, m),
          units % 2 === 0 ? all : !all,
        ],
      ),
    ),
};
