import * as z from 'zod';

/** What layers with parameters have in common: where those start, and how they are trained. */
export const learningFields = {
  weights: z.string().min(1).max(2000).optional().meta({
    title: 'Weights',
    description:
      'Starts with the weights of a layer that was trained before: "run-or-file.safetensors#layer", relative to the network file.',
    absent: 'those of the network, or drawn',
  }),
  frozen: z.boolean().default(false).meta({
    title: 'Frozen',
    description:
      'Training leaves the layer as it is: no update, no decay, and a batch norm is used with its running averages, which stand still, as in Keras.',
  }),
  learningRateFactor: z.number().positive().max(1000).default(1).meta({
    title: 'Learning rate factor',
    description:
      'The layer learns with the optimizer’s learning rate times this: 0.1 changes what was learnt before only slowly.',
  }),
};

/** How the parameters of a layer are trained. */
export interface Learning {
  readonly frozen: boolean;
  /** Of the learning rate. */
  readonly rateFactor: number;
}

/** Of the fields of any layer: one without parameters has none of these. */
export function learningOf(fields: Readonly<Record<string, unknown>> | undefined): Learning {
  return {
    frozen: fields?.frozen === true,
    rateFactor: typeof fields?.learningRateFactor === 'number' ? fields.learningRateFactor : 1,
  };
}
