import { defineLayer } from './layer';
import { recurrentFields, recurrentStart } from './recurrent/fields';
import { planDirections } from './recurrent/planDirections';
import { recurrentSteps } from './recurrent/planSteps';
import { type RecurrentParts, recurrentShapes } from './recurrent/recurrentShapes';

const parts: RecurrentParts = { what: 'An RNN', gates: 1, kept: 0 };

/**
 * a⟨t⟩ = tanh(Waa·a⟨t−1⟩ + Wax·x⟨t⟩ + ba) from a⟨0⟩ = 0, with Waa (n_a, n_a), Wax (n_a, n_x) and ba (n_a, 1), as the course and PyTorch's RNN
 * have it. Of a series (T_x, n_x) it gives a⟨T_x⟩, (n_a), or a⟨t⟩ of every step, (T_x, n_a).
 */
export const rnn = defineLayer({
  type: 'rnn',
  title: 'RNN',
  summary: 'Goes over a series step by step and takes what it knows so far along: a simple recurrent layer.',
  icon: 'refresh',
  formulas: ['a⟨t⟩ = tanh(Waa·a⟨t−1⟩ + Wax·x⟨t⟩ + ba)', 'a⟨0⟩ = 0'],
  kind: 'recurs',
  inputs: ['X'],
  takesSteps: true,
  fields: recurrentFields,
  initial: { units: 32 },
  examples: [
    {
      title: 'the last step of a series',
      fields: { units: 4 },
      inputs: [[5, 3]],
      output: [4],
      parameterCount: 4 * 3 + 4 * 4 + 4,
    },
    {
      title: 'every step',
      fields: { units: 3, returnSequences: true },
      inputs: [[4, 2]],
      output: [4, 3],
      parameterCount: 3 * 2 + 3 * 3 + 3,
    },
    {
      title: 'both ways, without bias',
      fields: { units: 3, returnSequences: true, bidirectional: true, bias: false },
      inputs: [[4, 2]],
      output: [4, 6],
      parameterCount: 2 * (3 * 2 + 3 * 3),
    },
    {
      title: 'backwards',
      fields: { units: 5, backwards: true },
      inputs: [[3, 2]],
      output: [5],
      parameterCount: 5 * 2 + 5 * 5 + 5,
    },
  ],

  shapes: context => recurrentShapes(parts, context),

  initializer: recurrentStart,

  stepwise: recurrentSteps('rnn', parts),

  plan(plan) {
    planDirections(plan, parts, ({ Waa, backwards, Z, P, A, dA }) => ({
      forward: {
        call: 'rnn',
        args: [Waa, Z, P, A, backwards],
        reads: 'a⟨t⟩ = tanh(Waa·a⟨t−1⟩ + z⟨t⟩)',
      },
      backward: dA && {
        call: 'rnnGradient',
        args: [Waa, dA, Z, plan.batch(plan.fields.units), backwards],
        reads: 'dz⟨t⟩ = (1 − a⟨t⟩²) ∘ (da⟨t⟩ + Waaᵀ·dz⟨t+1⟩)',
      },
    }));
  },
});
