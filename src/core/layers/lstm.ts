import * as z from 'zod';
import type { Initializer } from '../initializers';
import { defineLayer } from './layer';
import { recurrentFields, recurrentStart } from './recurrent/fields';
import { planDirections } from './recurrent/planDirections';
import { recurrentSteps } from './recurrent/planSteps';
import { type RecurrentParts, recurrentShapes } from './recurrent/recurrentShapes';

const parts: RecurrentParts = { what: 'An LSTM', gates: 4, kept: 1 };

/** b of the gates at zero, but for the forget gate, the second of the four. */
const forgetGate: Initializer = {
  type: 'forget-gate',
  title: 'Forget gate',
  formula: 'bf = 1',
  summary: 'So that it remembers at first.',
  fields: {},
  fill: ({ forgetBias = 0 }, b) => {
    b.fill(0).fill(forgetBias, b.length / 4, b.length / 2);
  },
};

/**
 * A long short-term memory (Hochreiter and Schmidhuber, 1997; with a forget gate, Gers et al., 2000), as the course writes it. Waa
 * (4·n_a, n_a), Wax (4·n_a, n_x) and ba (4·n_a, 1) hold Γu, Γf, c̃ and Γo one below the other: PyTorch's i, f, g, o and Keras's i, f, c, o.
 */
export const lstm = defineLayer({
  type: 'lstm',
  title: 'LSTM',
  summary: 'A recurrent layer with a memory of its own, whose gates choose what is written, kept and given.',
  icon: 'history',
  formulas: [
    'Γu = σ(Wux·x⟨t⟩ + Wua·a⟨t−1⟩ + bu), Γf = σ(Wfx·x⟨t⟩ + Wfa·a⟨t−1⟩ + bf), Γo = σ(Wox·x⟨t⟩ + Woa·a⟨t−1⟩ + bo)',
    'c̃⟨t⟩ = tanh(Wcx·x⟨t⟩ + Wca·a⟨t−1⟩ + bc)',
    'c⟨t⟩ = Γu ∘ c̃⟨t⟩ + Γf ∘ c⟨t−1⟩',
    'a⟨t⟩ = Γo ∘ tanh c⟨t⟩',
    'Wax holds Wux, Wfx, Wcx and Wox one below the other, Waa holds Wua, Wfa, Wca and Woa',
  ],
  kind: 'recurs',
  inputs: ['X'],
  takesSteps: true,
  fields: {
    ...recurrentFields,
    forgetBias: z.number().min(-100).max(100).default(1).meta({
      title: 'Forget bias',
      description: 'What bf starts with: 1, as in Keras, lets an untrained layer remember.',
    }),
  },
  initial: { units: 32 },
  examples: [
    {
      title: 'the last step of a series',
      fields: { units: 4 },
      inputs: [[5, 3]],
      output: [4],
      parameterCount: 4 * (4 * 3 + 4 * 4 + 4),
    },
    {
      title: 'every step, backwards',
      fields: { units: 3, returnSequences: true, backwards: true },
      inputs: [[4, 2]],
      output: [4, 3],
      parameterCount: 4 * (3 * 2 + 3 * 3 + 3),
    },
    {
      title: 'both ways, without bias',
      fields: { units: 2, bidirectional: true, bias: false },
      inputs: [[3, 4]],
      output: [4],
      parameterCount: 2 * 4 * (2 * 4 + 2 * 2),
    },
  ],

  shapes: context => recurrentShapes(parts, context),

  initializer: (fields, parameter) =>
    parameter.startsWith('ba')
      ? { initializer: forgetGate, fields: { forgetBias: fields.forgetBias } }
      : recurrentStart(fields, parameter),

  stepwise: recurrentSteps('lstm', parts),

  plan(plan) {
    const { units } = plan.fields;
    planDirections(plan, parts, ({ Waa, backwards, steps, Z, P, A, dA }) => {
      const C = plan.batch(steps * units);
      return {
        forward: {
          call: 'lstm',
          args: [Waa, Z, C, P, A, backwards],
          reads: 'Γu, Γf, c̃⟨t⟩, Γo, c⟨t⟩ = Γu ∘ c̃⟨t⟩ + Γf ∘ c⟨t−1⟩ and a⟨t⟩ = Γo ∘ tanh c⟨t⟩',
        },
        backward: dA && {
          call: 'lstmGradient',
          args: [Waa, dA, Z, C, plan.batch(2 * units), backwards],
          reads: 'dz⟨t⟩ of the four gates, from the last step back',
        },
      };
    });
  },
});
