import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { addProduct, giveOn, sequenceSizes, sigmoid, stepAt } from '../sequence';
import { at, moving } from '../slots';

/**
 * Γr = σ(z + r), Γu = σ(z + r), c̃⟨t⟩ = tanh(z + Γr ∘ r) and a⟨t⟩ = Γu ∘ c̃⟨t⟩ + (1 − Γu) ∘ a⟨t−1⟩, with r⟨t⟩ = Waa·a⟨t−1⟩ + baa, from
 * a⟨0⟩ = 0, step after step, or from the last to the first where it goes `backwards`. Z (T·3·n_a, m) holds z⟨t⟩ = Wax·x⟨t⟩ + ba of all
 * steps, in the order of the gates above as Waa (3·n_a, n_a) has it, and the gates themselves afterwards. R (T·3·n_a, m) gets
 * r⟨t⟩; P and A as of `rnn`.
 */
export const gru: CallDefinition<
  [Waa: Matrix, baa: Matrix | undefined, Z: Batch, R: Batch, P: Batch, A: Batch, backwards: boolean]
> = {
  name: 'gru',
  run(Waa, baa, Z, R, P, A, backwards) {
    const units = Waa.columns;
    const steps = P.n / units;
    const sequence = { P, A, units, steps, backwards };
    for (let i = 0; i < P.m; i++) {
      for (let k = 0; k < steps; k++) {
        const from = i * P.n + stepAt(k, steps, backwards) * units;
        if (k === 0) P.data.fill(0, from, from + units);
        for (let j = 0; j < 3 * units; j++) R.data[3 * from + j] = baa ? baa.data[j]! : 0;
        addProduct(Waa, P, from, R, 3 * from);
        for (let j = 0; j < units; j++) {
          const gate = 3 * from + j;
          const reset = sigmoid(Z.data[gate]! + R.data[gate]!);
          const update = sigmoid(Z.data[gate + units]! + R.data[gate + units]!);
          const candidate = Math.tanh(Z.data[gate + 2 * units]! + reset * R.data[gate + 2 * units]!);
          Z.data[gate] = reset;
          Z.data[gate + units] = update;
          Z.data[gate + 2 * units] = candidate;
          giveOn(update * candidate + (1 - update) * P.data[from + j]!, sequence, i, k, j);
        }
      }
    }
  },
  slots: (Waa, baa, Z, R, P, A, backwards) => [
    Waa.columns,
    P.n / Waa.columns,
    Number(A.n !== Waa.columns),
    Number(backwards),
    at(Waa),
    at(baa),
    moving(Z),
    moving(R),
    moving(P),
    moving(A),
  ],
  work: (Waa, _baa, Z) => Z.n * (2 * Waa.columns + 25),
  fits: (Waa, baa, Z, R, P, A) => [
    [Waa.rows, 3 * Waa.columns, baa?.rows ?? Waa.rows],
    [Z.n, R.n, 3 * P.n],
    [P.n % Waa.columns, 0],
    [A.n, A.n === Waa.columns ? A.n : P.n],
    [Z.m, R.m, P.m, A.m],
  ],
  cases: make =>
    sequenceSizes.flatMap(([m, steps, units]) =>
      [true, false].map(
        (all): Parameters<typeof gru.run> => [
          make.matrix(3 * units, units),
          all ? make.matrix(3 * units, 1) : undefined,
          make.batch(3 * steps * units, m),
          make.batch(3 * steps * units, m),
          make.batch(steps * units, m),
          make.batch(all ? steps * units : units, m),
          units % 2 === 0 ? all : !all,
        ],
      ),
    ),
};
