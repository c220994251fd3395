import * as z from 'zod';
import { initializerField, initializerOf } from '../../initializers';

/** What layers that weigh steps by each other have in common. */
export const attentionFields = {
  heads: z.int().min(1).max(1024).default(1).meta({
    title: 'Heads',
    description:
      'How many heads share the n values of a step: each weighs the steps by itself. They divide n.',
  }),
  dropout: z.number().min(0).lt(1).default(0).meta({
    title: 'Dropout',
    description:
      'The share of the weights, between 0 and 1, that is left out at random in each training step.',
  }),
  bias: z
    .boolean()
    .default(true)
    .meta({ title: 'Bias', description: 'Whether bq, bk, bv and bo are added.' }),
  initializer: initializerField.default({ type: 'xavier' }).meta({
    title: 'Initializer',
    description: 'How Wq, Wk, Wv and Wo start; the biases start at zero.',
  }),
};

export type AttentionFields = z.output<z.ZodObject<typeof attentionFields>>;

export function attentionStart({ initializer }: AttentionFields, parameter: string) {
  return parameter.startsWith('W') ? initializerOf(initializer) : undefined;
}
