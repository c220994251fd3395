import * as z from 'zod';
import type { Activation } from './activation';
import { activations } from './all';

export type { Activation } from './activation';
export { activations } from './all';

const byType = new Map(activations.map(activation => [activation.type, activation]));

/** An activation by its name in the file. The field has been validated, so an unknown name is our bug. */
export function activationOf(type: string): Activation {
  const activation = byType.get(type);
  if (!activation) throw new Error(`No activation is called ${type}.`);
  return activation;
}

export const activationField = z.enum(activations.map(activation => activation.type)).meta({
  title: 'Activation',
  description: 'The function g applied to Z.',
  enumDescriptions: activations.map(({ formula, summary }) => `${formula}. ${summary}`),
});
