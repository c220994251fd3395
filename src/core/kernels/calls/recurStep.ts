import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { sigmoid } from '../sequence';

/** What goes from step to step: of an RNN and a GRU a⟨t⟩, of an LSTM c⟨t⟩ besides. */
export type Cell = 'rnn' | 'gru' | 'lstm';

const gatesOf = { rnn: 1, gru: 3, lstm: 4 } as const;

/**
 * What `rnn`, `gru` and `lstm` give of the k steps from `at` on, from a⟨t−1⟩ and c⟨t−1⟩ as they were kept, or from 0 where `at` is 0: Z
 * (k·gates·n_a, 1) holds z⟨t⟩ = Wax·x⟨t⟩ + ba of these steps, and A (k·n_a, 1) gets a⟨t⟩. `kept` (2, n_a) holds a and c, those
 * of the last step afterwards; `room` (gates, n_a) is room for what comes from a⟨t−1⟩.
 */
export const recurStep: CallDefinition<
  [
    cell: Cell,
    Waa: Matrix,
    baa: Matrix | undefined,
    Z: Batch,
    at: Int32Array,
    kept: Matrix,
    room: Matrix,
    A: Batch,
  ]
> = {
  name: 'recurStep',
  run(cell, Waa, baa, Z, at, kept, room, A) {
    const units = Waa.columns;
    const gates = gatesOf[cell];
    const a = kept.data.subarray(0, units);
    const c = kept.data.subarray(units, 2 * units);
    const r = room.data;
    if (at[0] === 0) kept.data.fill(0);
    for (let from = 0; from < A.n; from += units) {
      const z = from * gates;
      for (let i = 0; i < gates * units; i++) {
        let sum = baa ? baa.data[i]! : 0;
        for (let j = 0; j < units; j++) sum += Waa.data[i * units + j]! * a[j]!;
        r[i] = sum;
      }
      const gate = (k: number, j: number) => Z.data[z + k * units + j]! + r[k * units + j]!;
      for (let j = 0; j < units; j++) {
        if (cell === 'rnn') a[j] = Math.tanh(gate(0, j));
        else if (cell === 'lstm') {
          c[j] = sigmoid(gate(0, j)) * Math.tanh(gate(2, j)) + sigmoid(gate(1, j)) * c[j]!;
          a[j] = sigmoid(gate(3, j)) * Math.tanh(c[j]!);
        } else {
          const update = sigmoid(gate(1, j));
          const candidate = Math.tanh(Z.data[z + 2 * units + j]! + sigmoid(gate(0, j)) * r[2 * units + j]!);
          a[j] = update * candidate + (1 - update) * a[j]!;
        }
        A.data[from + j] = a[j]!;
      }
    }
  },
  fits: (cell, Waa, baa, Z, _at, kept, room, A) => [
    [Waa.rows, gatesOf[cell] * Waa.columns, baa?.rows ?? Waa.rows, room.rows * room.columns],
    [Z.n, gatesOf[cell] * A.n],
    [A.n % Waa.columns, 0],
    [kept.rows * kept.columns, 2 * Waa.columns],
    [Z.m, A.m, 1],
  ],
  cases: make =>
    (['rnn', 'gru', 'lstm'] as const).map(cell => {
      const gates = gatesOf[cell];
      return [
        cell,
        make.matrix(gates * 3, 3),
        cell === 'gru' ? make.matrix(gates * 3, 1) : undefined,
        make.batch(2 * gates * 3, 1),
        make.place(Int32Array.of(cell === 'rnn' ? 0 : 4)),
        make.matrix(2, 3),
        make.matrix(gates, 3),
        make.batch(2 * 3, 1),
      ];
    }),
};
