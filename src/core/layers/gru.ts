import { defineLayer } from './layer';
import { recurrentFields, recurrentStart } from './recurrent/fields';
import { planDirections } from './recurrent/planDirections';
import { recurrentSteps } from './recurrent/planSteps';
import { type RecurrentParts, recurrentShapes } from './recurrent/recurrentShapes';

const parts: RecurrentParts = { what: 'A GRU', gates: 3, recurrentBias: true, kept: 3 };

/**
 * A gated recurrent unit (Cho et al., 2014), as the course writes it: Γu weighs what is new, c̃⟨t⟩, and 1 − Γu what was, so that it is
 * 1 − z of PyTorch and Keras. Waa (3·n_a, n_a), Wax (3·n_a, n_x), ba and baa (3·n_a, 1) hold Γr, Γu and c̃ one below the other. The
 * reset comes after the product with a⟨t−1⟩ and its bias, as in PyTorch and by default in Keras.
 */
export const gru = defineLayer({
  type: 'gru',
  title: 'GRU',
  summary: 'A recurrent layer whose gates choose, step by step, what is kept and what is renewed.',
  icon: 'sync',
  formulas: [
    'Γr = σ(Wrx·x⟨t⟩ + Wra·a⟨t−1⟩ + br), Γu = σ(Wux·x⟨t⟩ + Wua·a⟨t−1⟩ + bu)',
    'c̃⟨t⟩ = tanh(Wcx·x⟨t⟩ + bc + Γr ∘ (Wca·a⟨t−1⟩ + bca))',
    'a⟨t⟩ = Γu ∘ c̃⟨t⟩ + (1 − Γu) ∘ a⟨t−1⟩',
    'Wax holds Wrx, Wux and Wcx one below the other, Waa holds Wra, Wua and Wca',
  ],
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
      parameterCount: 3 * (4 * 3 + 4 * 4 + 2 * 4),
    },
    {
      title: 'every step, without bias',
      fields: { units: 3, returnSequences: true, bias: false },
      inputs: [[4, 2]],
      output: [4, 3],
      parameterCount: 3 * (3 * 2 + 3 * 3),
    },
    {
      title: 'both ways',
      fields: { units: 2, bidirectional: true },
      inputs: [[3, 4]],
      output: [4],
      parameterCount: 2 * 3 * (2 * 4 + 2 * 2 + 2 * 2),
    },
  ],

  shapes: context => recurrentShapes(parts, context),

  initializer: recurrentStart,

  stepwise: recurrentSteps('gru', parts),

  plan(plan) {
    const { units } = plan.fields;
    planDirections(plan, parts, ({ Waa, baa, backwards, steps, Z, P, A, dA }) => {
      const R = plan.batch(steps * 3 * units);
      return {
        forward: {
          call: 'gru',
          args: [Waa, baa, Z, R, P, A, backwards],
          reads: 'Γr, Γu, c̃⟨t⟩ and a⟨t⟩ = Γu ∘ c̃⟨t⟩ + (1 − Γu) ∘ a⟨t−1⟩',
        },
        backward: dA && {
          call: 'gruGradient',
          args: [Waa, dA, Z, R, P, plan.batch(units), backwards],
          reads: 'dz⟨t⟩ and what of it goes to a⟨t−1⟩, from the last step back',
        },
        dR: R,
      };
    });
  },
});
