import { defineLayer } from './layer';
import { overTime } from './window/overTime';

/** A (n) = the values of the last step of a series (T, n). */
export const lastStep = defineLayer({
  type: 'last-step',
  title: 'Last step',
  summary: 'Keeps the values of the last step of a series: a vector.',
  icon: 'debug-step-over',
  formulas: ['A = A_prev⟨T⟩'],
  kind: 'pools',
  inputs: ['A_prev'],
  takesSteps: true,
  fields: {},
  newId: 'last',
  initial: {},
  examples: [
    { title: 'of a series', fields: {}, inputs: [[5, 3]], output: [3], parameterCount: 0 },
    { title: 'of one step', fields: {}, inputs: [[1, 4]], output: [4], parameterCount: 0 },
  ],

  shapes: context => overTime('A last step', context, 0),

  plan({ inputs: [input], output, forward, backward }) {
    const { A, dA } = input!;
    const before = A.n - output.A.n;
    forward({ call: 'accumulateSlice', args: [A, before, output.A, false], reads: 'A = A_prev⟨T⟩' });
    if (dA && output.dA)
      backward({ call: 'accumulateRows', args: [output.dA, dA, before, true], reads: 'dA_prev⟨T⟩ += dA' });
  },
});
