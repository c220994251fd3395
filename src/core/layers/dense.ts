import * as z from 'zod';
import { activationField, activationOf } from '../activations';
import { elementCount, sizesOf } from '../shape';
import { formatSides, isPicture } from './definition/pictures';
import { bias, initializer, startOf } from './definition/weightFields';
import { defineLayer } from './layer';

/**
 * A = g(W·A_prev + b), with W (n_out, n_in), b (n_out, 1), A_prev (n_in, m) and A (n_out, m).
 * Backward, as in the notes: dZ = dA ∘ g′(Z), dW = (1/m) dZ·A_prevᵀ, db = (1/m) Σ dZ, dA_prev = Wᵀ·dZ; the factor
 * comes from the loss and is applied once, when the gradients of the whole batch are summed.
 */
export const dense = defineLayer({
  type: 'dense',
  title: 'Dense',
  summary: 'Every unit is connected to every value of the layer before.',
  icon: 'layers',
  formulas: ['Z = W·A_prev + b', 'A = g(Z)'],
  kind: 'weights',
  early: 1,
  inputs: ['A_prev'],
  fields: {
    units: z
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ title: 'Units', description: 'Number of neurons in the layer.' }),
    activation: activationField.default('linear').meta({
      title: 'Activation',
      description: 'The function g applied to Z = W·A_prev + b.',
    }),
    initializer,
    bias,
  },
  newId: 'hidden',
  // He's draws suit ReLU, as in a network that is proposed for data
  initial: { units: 4, activation: 'relu', initializer: 'he' },
  examples: [
    {
      title: 'hidden layer',
      fields: { units: 4, activation: 'tanh' },
      inputs: [[2]],
      output: [4],
      parameterCount: 12,
    },
    {
      title: 'output of ten classes',
      fields: { units: 10, activation: 'softmax' },
      inputs: [[7]],
      output: [10],
      parameterCount: 80,
    },
    {
      title: 'without bias',
      fields: { units: 3, bias: false },
      inputs: [[5]],
      output: [3],
      parameterCount: 15,
    },
  ],

  shapes({ fields, inputs: [input], symbols, problem }) {
    const { units, bias } = fields;
    const out = { symbol: symbols.n, size: units };
    const one = { symbol: '1', size: 1 };
    let before = input?.[0] ?? { symbol: 'n', size: 'n' };
    if (input && input.length > 1) {
      problem({
        code: 'missing-flatten',
        message: `A dense layer takes a vector, but the layer before gives ${formatSides(input)}. Put a flatten layer between them${isPicture(input) ? ', or make it a 1 × 1 convolution, which is a dense layer at every pixel' : ''}.`,
        fixes: [
          { title: 'Insert a flatten layer', insertBefore: { type: 'flatten' } },
          ...(isPicture(input)
            ? [
                {
                  title: 'Make it a 1 × 1 convolution',
                  change: { type: 'conv2d', filters: units, kernelSize: 1, padding: undefined },
                },
              ]
            : []),
        ],
      });
      // what the flatten that is missing would give is still known
      before = { symbol: 'n', size: elementCount(sizesOf(input)) ?? 'n' };
    }
    const n = before.size;
    return {
      output: [out],
      parameters: [
        { name: 'W', dims: [out, before], fan: { in: n, out: units }, decays: true },
        ...(bias ? [{ name: 'b', dims: [out, one] }] : []),
      ],
      values: [
        { name: 'Z', dims: [out] },
        { name: 'A', dims: [out] },
      ],
      flops: typeof n === 'number' ? units * (2 * n + (bias ? 1 : 0) + 1) : 0,
    };
  },

  initializer: startOf,

  plan({ fields, inputs: [input], parameter, batch, forward, backward, gradients, activation }) {
    const X = input!;
    const W = parameter('W');
    const b = fields.bias ? parameter('b') : undefined;
    const Z = batch(fields.units);
    const dZ = batch(fields.units);
    forward({ call: 'affine', args: [W.value, b?.value, X.A, Z], reads: 'Z = W·A_prev + b' });
    activation(activationOf(fields.activation), Z, dZ);
    gradients({
      call: 'affineGradient',
      args: [dZ, X.A, W.gradient, b?.gradient, true],
      reads: 'dW = dZ·A_prevᵀ, db = Σ dZ',
    });
    if (X.dA)
      backward({ call: 'affineInputGradient', args: [W.value, dZ, X.dA, true], reads: 'dA_prev = Wᵀ·dZ' });
  },
});
