import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { addProduct, giveOn, sequenceSizes, sigmoid, stepAt } from '../sequence';
import { at, moving } from '../slots';

/**
 * Γu = σ(…), Γf = σ(…), c̃⟨t⟩ = tanh(…), Γo = σ(…) of z⟨t⟩ + Waa·a⟨t−1⟩, c⟨t⟩ = Γu ∘ c̃⟨t⟩ + Γf ∘ c⟨t−1⟩ and a⟨t⟩ = Γo ∘ tanh c⟨t⟩, from
 * a⟨0⟩ = c⟨0⟩ = 0, step after step, or from the last to the first where it goes `backwards`. Z (T·4·n_a, m) holds
 * z⟨t⟩ = Wax·x⟨t⟩ + ba of all steps, in the order of the gates above as Waa (4·n_a, n_a) has it, and the gates themselves
 * afterwards. C (T·n_a, m) gets c⟨t⟩; P and A as of `rnn`.
 */
export const lstm: CallDefinition<[Waa: Matrix, Z: Batch, C: Batch, P: Batch, A: Batch, backwards: boolean]> =
  {
    name: 'lstm',
    run(Waa, Z, C, P, A, backwards) {
      const units = Waa.columns;
      const steps = P.n / units;
      const sequence = { P, A, units, steps, backwards };
      for (let i = 0; i < P.m; i++) {
        for (let k = 0; k < steps; k++) {
          const from = i * P.n + stepAt(k, steps, backwards) * units;
          const before = i * P.n + stepAt(k - 1, steps, backwards) * units;
          if (k === 0) P.data.fill(0, from, from + units);
          addProduct(Waa, P, from, Z, 4 * from);
          for (let j = 0; j < units; j++) {
            const gate = 4 * from + j;
            const update = sigmoid(Z.data[gate]!);
            const forget = sigmoid(Z.data[gate + units]!);
            const candidate = Math.tanh(Z.data[gate + 2 * units]!);
            const output = sigmoid(Z.data[gate + 3 * units]!);
            const c = update * candidate + (k === 0 ? 0 : forget * C.data[before + j]!);
            C.data[from + j] = c;
            Z.data[gate] = update;
            Z.data[gate + units] = forget;
            Z.data[gate + 2 * units] = candidate;
            Z.data[gate + 3 * units] = output;
            giveOn(output * Math.tanh(c), sequence, i, k, j);
          }
        }
      }
    },
    slots: (Waa, Z, C, P, A, backwards) => [
      Waa.columns,
      P.n / Waa.columns,
      Number(A.n !== Waa.columns),
      Number(backwards),
      at(Waa),
      moving(Z),
      moving(C),
      moving(P),
      moving(A),
    ],
    work: (Waa, Z) => Z.n * (2 * Waa.columns + 25),
    fits: (Waa, Z, C, P, A) => [
      [Waa.rows, 4 * Waa.columns],
      [Z.n, 4 * P.n],
      [C.n, P.n],
      [P.n % Waa.columns, 0],
      [A.n, A.n === Waa.columns ? A.n : P.n],
      [Z.m, C.m, P.m, A.m],
    ],
    cases: make =>
      sequenceSizes.flatMap(([m, steps, units]) =>
        [true, false].map(
          (all): Parameters<typeof lstm.run> => [
            make.matrix(4 * units, units),
            make.batch(4 * steps * units, m),
            make.batch(steps * units, m),
            make.batch(steps * units, m),
            make.batch(all ? steps * units : units, m),
            units % 2 === 0 ? all : !all,
          ],
        ),
      ),
  };
