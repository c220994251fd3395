import * as z from 'zod';
import { losses } from './all';
import type { Loss } from './loss';

export { losses } from './all';
export type { Loss, TargetEncoding } from './loss';

const byType = new Map(losses.map(loss => [loss.type, loss]));

/** A loss by its name in the file. The field has been validated, so an unknown name is our bug. */
export function lossOf(type: string): Loss {
  const loss = byType.get(type);
  if (!loss) throw new Error(`No loss is called ${type}.`);
  return loss;
}

export const lossField = z.enum(losses.map(loss => loss.type)).meta({
  title: 'Loss',
  description: 'What training makes small: how far the outputs ŷ are from the labels y.',
  enumDescriptions: losses.map(({ formula, summary }) => `${formula}. ${summary}`),
});
