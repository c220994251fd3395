import { attentionShapes } from './attention/attentionShapes';
import { attentionFields, attentionStart } from './attention/fields';
import { planAttention } from './attention/planAttention';
import { defineLayer } from './layer';

/**
 * Each step of one series, X, gathers what the steps of another, Y, hold, weighed by how its query suits their keys (Vaswani et al., 2017):
 * as a decoder reads what an encoder made. Q (T_q, n) comes from X (T_q, n); K and V (T_k, n) come from Y (T_k, n_k), so Wk and Wv are
 * (n, n_k).
 */
export const crossAttention = defineLayer({
  type: 'cross-attention',
  title: 'Cross-attention',
  summary: 'Lets each step of a series gather what the steps of a second series hold.',
  icon: 'link',
  formulas: [
    'Q⟨t⟩ = Wq·x⟨t⟩ + bq, K⟨t⟩ = Wk·y⟨t⟩ + bk, V⟨t⟩ = Wv·y⟨t⟩ + bv',
    'of each head, d = n/heads values wide: C = softmax(QKᵀ/√d)·V',
    'A⟨t⟩ = Wo·C⟨t⟩ + bo, with what the heads give side by side in C',
  ],
  kind: 'attends',
  sign: 'QKV',
  inputs: ['X', 'Y'],
  takesSteps: true,
  fields: attentionFields,
  newId: 'attention',
  initial: { heads: 1 },
  examples: [
    {
      title: 'a shorter series of other values',
      fields: { heads: 2 },
      inputs: [
        [4, 6],
        [3, 5],
      ],
      output: [4, 6],
      parameterCount: 6 * 6 + 6 + 2 * (6 * 5 + 6) + 6 * 6 + 6,
    },
    {
      title: 'with dropout, without bias',
      fields: { dropout: 0.2, bias: false },
      inputs: [
        [2, 4],
        [5, 4],
      ],
      output: [2, 4],
      parameterCount: 4 * 16,
    },
  ],

  shapes: context => attentionShapes('A cross-attention', context, [context.inputs[0], context.inputs[1]]),

  initializer: attentionStart,

  plan(plan) {
    planAttention(plan, plan.inputs[0]!, plan.inputs[1]!, false);
  },
});
