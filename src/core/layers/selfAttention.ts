import * as z from 'zod';
import { attentionShapes } from './attention/attentionShapes';
import { attentionFields, attentionStart } from './attention/fields';
import { planAttention } from './attention/planAttention';
import { planAttentionSteps } from './attention/planAttentionSteps';
import { defineLayer } from './layer';

/**
 * Each step of a series gathers what the others hold, weighed by how its query suits their keys (Vaswani et al., 2017). Q, K, V (T, n), a
 * step a row; `heads` share the n values, d = n/heads each, and the scores are (T, T) of each head. Wq, Wk, Wv and Wo are (n, n), as a
 * dense layer holds W; PyTorch's in_proj_weight has the first three one below the other.
 */
export const selfAttention = defineLayer({
  type: 'self-attention',
  title: 'Self-attention',
  summary: 'Lets each step of a series gather what the others hold, by weights that come from both.',
  icon: 'eye',
  formulas: [
    'Q⟨t⟩ = Wq·x⟨t⟩ + bq, K⟨t⟩ = Wk·x⟨t⟩ + bk, V⟨t⟩ = Wv·x⟨t⟩ + bv',
    'of each head, d = n/heads values wide: C = softmax(QKᵀ/√d)·V',
    'A⟨t⟩ = Wo·C⟨t⟩ + bo, with what the heads give side by side in C',
  ],
  kind: 'attends',
  sign: 'QKV',
  inputs: ['X'],
  takesSteps: true,
  fields: {
    ...attentionFields,
    causal: z.boolean().default(false).meta({
      title: 'Causal',
      description: 'Lets a step see itself and those before it alone, as what is to tell the next one must.',
    }),
  },
  newId: 'attention',
  initial: { heads: 1 },
  examples: [
    {
      title: 'one head',
      fields: {},
      inputs: [[4, 3]],
      output: [4, 3],
      parameterCount: 4 * (9 + 3),
    },
    {
      title: 'two heads that see no later step',
      fields: { heads: 2, causal: true },
      inputs: [[5, 4]],
      output: [5, 4],
      parameterCount: 4 * (16 + 4),
    },
    {
      title: 'with dropout, without bias',
      fields: { heads: 3, dropout: 0.3, bias: false },
      inputs: [[3, 6]],
      output: [3, 6],
      parameterCount: 4 * 36,
    },
  ],

  shapes: context => attentionShapes('A self-attention', context, [context.inputs[0], context.inputs[0]]),

  initializer: attentionStart,

  stepwise: ({ causal }) => (causal ? planAttentionSteps : undefined),

  plan(plan) {
    const X = plan.inputs[0]!;
    planAttention(plan, X, X, plan.fields.causal);
  },
});
