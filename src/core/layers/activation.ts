import { activationField, activationOf } from '../activations';
import { elementCount, sizesOf } from '../shape';
import { defineLayer } from './layer';

/**
 * A = g(Z), where Z is what the layer before gives: an activation by itself, as it follows a sum or what normalises. A
 * softmax of pictures is over the channels of each pixel.
 */
export const activation = defineLayer({
  type: 'activation',
  title: 'Activation',
  summary: 'Applies a function to each value, such as after a sum of two branches.',
  icon: 'pulse',
  formulas: ['A = g(A_prev)', 'dA_prev = dA ∘ g′(A_prev)'],
  kind: 'activates',
  stepwise: 'alone',
  early: 7,
  sign: 'g',
  inputs: ['A_prev'],
  fields: {
    activation: activationField.default('relu').meta({
      title: 'Activation',
      description: 'The function g.',
    }),
  },
  initial: { activation: 'relu' },
  examples: [
    { title: 'after a sum', fields: { activation: 'tanh' }, inputs: [[4]], output: [4], parameterCount: 0 },
    {
      title: 'softmax over channels',
      fields: { activation: 'softmax' },
      inputs: [[2, 2, 3]],
      output: [2, 2, 3],
      parameterCount: 0,
    },
  ],

  shapes({ inputs: [input], symbols }) {
    const output = input ?? [{ symbol: symbols.n, size: symbols.n }];
    return { output, parameters: [], flops: elementCount(sizesOf(output)) ?? 0 };
  },

  plan({ fields, inputs: [input], output, rows, batch, activation, backward }) {
    const { A, dA, shape } = input!;
    const g = activationOf(fields.activation);
    const dZ = batch(output.A.n);
    const channels = g.mixes && shape.length > 1 ? shape.at(-1) : undefined;
    if (channels === undefined) activation(g, A, dZ);
    else activation(g, rows(A, channels), rows(dZ, channels));
    if (dA) backward({ call: 'accumulate', args: [dZ, dA, true], reads: 'dA_prev += dZ' });
  },
});
