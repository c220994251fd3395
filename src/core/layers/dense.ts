import * as z from 'zod';
import { activationField, activationOf } from '../activations';
import type { Batch } from '../kernels/kernels';
import { elementCount, type NamedShape, sizesOf } from '../shape';
import { formatSides, isPicture, isSeries } from './definition/pictures';
import { bias, initializer, startOf } from './definition/weightFields';
import { defineLayer } from './layer';

/**
 * A = g(W·A_prev + b), with W (n_out, n_in), b (n_out, 1), A_prev (n_in, m) and A (n_out, m). On series (T, n_in) the same W and b
 * at every step, as in Keras and PyTorch.
 * Backward, as in the notes: dZ = dA ∘ g′(Z), dW = (1/m) dZ·A_prevᵀ, db = (1/m) Σ dZ, dA_prev = Wᵀ·dZ; the factor
 * comes from the loss and is applied once, when the gradients of the whole batch are summed.
 */
export const dense = defineLayer({
  type: 'dense',
  title: 'Dense',
  summary:
    'Every unit is connected to every value of the layer before; of a series, to every value of the same step.',
  icon: 'layers',
  formulas: ['Z = W·A_prev + b', 'A = g(Z)'],
  kind: 'weights',
  stepwise: 'alone',
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
    const steps = input && isSeries(input) ? input.slice(0, 1) : [];
    let before = input?.[steps.length] ?? { symbol: 'n', size: 'n' };
    if (input && input.length > 1 && steps.length === 0) {
      const instead = insteadOfFlatten(input, units);
      problem({
        code: 'missing-flatten',
        message: `A dense layer takes a vector, but the layer before gives ${formatSides(input)}. Put a flatten layer between them${instead?.words ?? ''}.`,
        fixes: [
          { title: 'Insert a flatten layer', insertBefore: { type: 'flatten' } },
          ...(instead ? [instead.fix] : []),
        ],
      });
      // what the flatten that is missing would give is still known
      before = { symbol: 'n', size: elementCount(sizesOf(input)) ?? 'n' };
    }
    const n = before.size;
    const output = [...steps, out];
    const places = elementCount(sizesOf(steps)) ?? 0;
    return {
      output,
      parameters: [
        { name: 'W', dims: [out, before], fan: { in: n, out: units }, decays: true },
        ...(bias ? [{ name: 'b', dims: [out, one] }] : []),
      ],
      values: [
        { name: 'Z', dims: output },
        { name: 'A', dims: output },
      ],
      flops: typeof n === 'number' ? places * units * (2 * n + (bias ? 1 : 0) + 1) : 0,
    };
  },

  initializer: startOf,

  plan({
    fields,
    inputs: [input],
    output,
    parameter,
    batch,
    rows,
    forward,
    backward,
    gradients,
    activation,
  }) {
    const { A, dA, shape } = input!;
    const W = parameter('W');
    const b = fields.bias ? parameter('b') : undefined;
    const atEach = (values: Batch, n: number) => (shape.length > 1 ? rows(values, n) : values);
    const n = shape.at(-1)!;
    const X = atEach(A, n);
    const Z = atEach(batch(output.A.n), fields.units);
    const dZ = atEach(batch(output.A.n), fields.units);
    forward({ call: 'affine', args: [W.value, b?.value, X, Z], reads: 'Z = W·A_prev + b' });
    activation(activationOf(fields.activation), Z, dZ);
    gradients({
      call: 'affineGradient',
      args: [dZ, X, W.gradient, b?.gradient, true],
      reads: 'dW = dZ·A_prevᵀ, db = Σ dZ',
    });
    if (dA) {
      backward({
        call: 'affineInputGradient',
        args: [W.value, dZ, atEach(dA, n), true],
        reads: 'dA_prev = Wᵀ·dZ',
      });
    }
  },
});

/** What else a dense layer on pictures, or on what may be series, could be meant to be. */
function insteadOfFlatten(input: NamedShape, units: number) {
  if (!isPicture(input)) return undefined;
  const change = { filters: units, kernelSize: 1, padding: undefined };
  return input.length === 2
    ? {
        words:
          ', or, of series, make it a convolution of series of kernel size 1, which is a dense layer at every step',
        fix: {
          title: 'Make it a convolution of series of one step',
          change: { type: 'conv1d', ...change },
        },
      }
    : {
        words: ', or make it a 1 × 1 convolution, which is a dense layer at every pixel',
        fix: { title: 'Make it a 1 × 1 convolution', change: { type: 'conv2d', ...change } },
      };
}
