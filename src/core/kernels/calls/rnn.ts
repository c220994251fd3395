import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { addProduct, giveOn, sequenceSizes, stepAt } from '../sequence';
import { at, moving } from '../slots';

/**
 * a⟨t⟩ = tanh(Waa·a⟨t−1⟩ + z⟨t⟩) from a⟨0⟩ = 0, step after step, or from the last to the first where it goes `backwards`.
 * Z (T·n_a, m) holds z⟨t⟩ = Wax·x⟨t⟩ + ba of all steps, and a⟨t⟩ afterwards. P (T·n_a, m) gets a⟨t−1⟩, which each step began with;
 * A gets a⟨t⟩ of all steps, (T·n_a, m), or of the last one taken, (n_a, m).
 */
export const rnn: CallDefinition<[Waa: Matrix, Z: Batch, P: Batch, A: Batch, backwards: boolean]> = {
  name: 'rnn',
  run(Waa, Z, P, A, backwards) {
    const units = Waa.columns;
    const steps = P.n / units;
    const sequence = { P, A, units, steps, backwards };
    for (let i = 0; i < P.m; i++) {
      for (let k = 0; k < steps; k++) {
        const from = i * P.n + stepAt(k, steps, backwards) * units;
        if (k === 0) P.data.fill(0, from, from + units);
        addProduct(Waa, P, from, Z, from);
        for (let j = 0; j < units; j++) {
          const a = Math.tanh(Z.data[from + j]!);
          Z.data[from + j] = a;
          giveOn(a, sequence, i, k, j);
        }
      }
    }
  },
  slots: (Waa, Z, P, A, backwards) => [
    Waa.columns,
    P.n / Waa.columns,
    Number(A.n !== Waa.columns),
    Number(backwards),
    at(Waa),
    moving(Z),
    moving(P),
    moving(A),
  ],
  work: (Waa, Z) => Z.n * (2 * Waa.columns + 20),
  fits: (Waa, Z, P, A) => [
    [Waa.rows, Waa.columns],
    [Z.n, P.n],
    [P.n % Waa.columns, 0],
    [A.n, A.n === Waa.columns ? A.n : P.n],
    [Z.m, P.m, A.m],
  ],
  cases: make =>
    sequenceSizes.flatMap(([m, steps, units]) =>
      [true, false].map(
        (all): Parameters<typeof rnn.run> => [
          make.matrix(units, units),
          make.batch(steps * units, m),
          make.batch(steps * units, m),
          make.batch(all ? steps * units : units, m),
          units % 2 === 0 ? all : !all,
        ],
      ),
    ),
};
