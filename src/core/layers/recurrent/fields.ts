import * as z from 'zod';
import { initializerField, initializerOf } from '../../initializers';
import { bias } from '../definition/weightFields';

/** What layers that go step by step have in common. */
export const recurrentFields = {
  units: z.int().min(1).max(10_000).meta({ title: 'Units', description: 'n_a: how many values a⟨t⟩ has.' }),
  returnSequences: z.boolean().default(false).meta({
    title: 'Return sequences',
    description:
      'Gives a⟨t⟩ of every step, (T_x, n_a), and not only that of the last: for a layer that takes series.',
  }),
  bidirectional: z.boolean().default(false).meta({
    title: 'Bidirectional',
    description:
      'Goes over the series from both ends, each way with weights of its own, and gives both a⟨t⟩ side by side: 2·n_a values.',
  }),
  backwards: z.boolean().default(false).meta({
    title: 'Backwards',
    description: 'Begins with the last step and ends with the first. What a step gives stays in its place.',
  }),
  initializer: initializerField.default({ type: 'xavier' }).meta({
    title: 'Initializer',
    description: 'How Wax starts; b starts at zero.',
  }),
  recurrentInitializer: initializerField.default({ type: 'xavier' }).meta({
    title: 'Recurrent initializer',
    description: 'How Waa starts.',
  }),
  bias,
};

export type RecurrentFields = z.output<z.ZodObject<typeof recurrentFields>>;

/** What the parameters of the way back are called: `WaaBack`. */
export const back = 'Back';

/** Wax and Waa by their initializers; what else there is at zero. */
export function recurrentStart(fields: RecurrentFields, parameter: string) {
  if (parameter.startsWith('Wax')) return initializerOf(fields.initializer);
  return parameter.startsWith('Waa') ? initializerOf(fields.recurrentInitializer) : undefined;
}
