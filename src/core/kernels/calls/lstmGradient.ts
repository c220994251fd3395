import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { givenGradient, sequenceSizes, stepAt, transposedProduct } from '../sequence';
import { at, moving } from '../slots';

/**
 * Back through what `lstm` left: Z (T·4·n_a, m) holds the gates before and dz⟨t⟩ afterwards, so that the gradients of Wax, Waa, ba
 * and x are one product each over all steps. With da⟨t⟩ + Waaᵀ·dz⟨t+1⟩ as da:
 * dc⟨t⟩ = dc⟨t+1⟩ ∘ Γf⟨t+1⟩ + da ∘ Γo ∘ (1 − tanh² c⟨t⟩), dΓo = da ∘ tanh c⟨t⟩, dΓu = dc⟨t⟩ ∘ c̃⟨t⟩, dc̃ = dc⟨t⟩ ∘ Γu, dΓf = dc⟨t⟩ ∘ c⟨t−1⟩.
 * dA as of `rnnGradient`; `carried` (2·n_a, m) is room for what a step gives to the one before.
 */
export const lstmGradient: CallDefinition<
  [Waa: Matrix, dA: Batch, Z: Batch, C: Batch, carried: Batch, backwards: boolean]
> = {
  name: 'lstmGradient',
  run(Waa, dA, Z, C, carried, backwards) {
    const units = Waa.columns;
    const steps = C.n / units;
    for (let i = 0; i < C.m; i++) {
      const kept = i * 2 * units;
      for (let k = steps - 1; k >= 0; k--) {
        const t = stepAt(k, steps, backwards);
        const from = i * C.n + t * units;
        const before = i * C.n + stepAt(k - 1, steps, backwards) * units;
        const last = k === steps - 1;
        for (let j = 0; j < units; j++) {
          const gate = 4 * from + j;
          const update = Z.data[gate]!;
          const forget = Z.data[gate + units]!;
          const candidate = Z.data[gate + 2 * units]!;
          const output = Z.data[gate + 3 * units]!;
          const tanh = Math.tanh(C.data[from + j]!);
          const da = givenGradient(dA, i, t, j, units, last) + (last ? 0 : carried.data[kept + j]!);
          const dc = (last ? 0 : carried.data[kept + units + j]!) + da * output * (1 - tanh * tanh);
          Z.data[gate] = dc * candidate * update * (1 - update);
          Z.data[gate + units] = k === 0 ? 0 : dc * C.data[before + j]! * forget * (1 - forget);
          Z.data[gate + 2 * units] = dc * update * (1 - candidate * candidate);
          Z.data[gate + 3 * units] = da * tanh * output * (1 - output);
          carried.data[kept + units + j] = dc * forget;
        }
        if (k > 0) transposedProduct(Waa, Z, 4 * from, carried, kept, false);
      }
    }
  },
  slots: (Waa, dA, Z, C, carried, backwards) => [
    Waa.columns,
    C.n / Waa.columns,
    Number(dA.n !== Waa.columns),
    Number(backwards),
    at(Waa),
    moving(dA),
    moving(Z),
    moving(C),
    moving(carried),
  ],
  work: (Waa, _dA, Z) => Z.n * (2 * Waa.columns + 12),
  fits: (Waa, dA, Z, C, carried) => [
    [Waa.rows, 4 * Waa.columns],
    [carried.n, 2 * Waa.columns],
    [Z.n, 4 * C.n],
    [C.n % Waa.columns, 0],
    [dA.n, dA.n === Waa.columns ? dA.n : C.n],
    [Z.m, C.m, dA.m, carried.m],
  ],
  spoils: (_Waa, _dA, _Z, _C, carried) => [carried],
  cases: make =>
    sequenceSizes.flatMap(([m, steps, units]) =>
      [true, false].map(
        (all): Parameters<typeof lstmGradient.run> => [
          make.matrix(4 * units, units),
          make.batch(all ? steps * units : units, m),
          make.batch(4 * steps * units, m, 0.5),
          make.batch(steps * units, m),
          make.batch(2 * units, m),
          units % 2 === 0 ? all : !all,
        ],
      ),
    ),
};
