import * as z from 'zod';
import { initializerField, initializerOf } from '../../initializers';

// What layers with W and b have in common.

export const initializer = initializerField.default({ type: 'xavier' }).meta({
  title: 'Initializer',
  description: 'How W starts; b starts at zero.',
});

export const bias = z.boolean().default(true).meta({ title: 'Bias', description: 'Whether b is added.' });

/** W by the layer's initializer; b, which it gives nothing for, at zero. */
export function startOf(fields: { readonly initializer: z.output<typeof initializer> }, parameter: string) {
  return parameter === 'W' ? initializerOf(fields.initializer) : undefined;
}
