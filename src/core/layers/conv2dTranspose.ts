import * as z from 'zod';
import { activationField, activationOf } from '../activations';
import { bias, initializer, startOf } from './definition/weightFields';
import { defineLayer } from './layer';
import { bothSides, cutPadding, dilation, kernelSize, stride } from './window/fields';
import { pictureOf } from './window/picture';
import { planTransposed } from './window/planTransposed';
import { bothUnfolded } from './window/unfolded';

/**
 * The transpose of a convolution: what that makes of dZ to get dX, this makes of A_prev to get Z. Each value of the input
 * lays a kernel, times itself, over the larger output. W (f_H, f_W, n_C, n_C_prev), b (1, 1, 1, n_C);
 * n_H = (n_H_prev − 1)·s − 2p + d·(f − 1) + 1, of 'same' n_H_prev·s.
 */
export const conv2dTranspose = defineLayer({
  type: 'conv2d-transpose',
  title: 'Transposed convolution',
  summary: 'Makes pictures larger with kernels that it learns: a convolution turned round.',
  icon: 'symbol-array',
  formulas: ['Z = W∗ᵀA_prev + b', 'A = g(Z)', 'n_H = (n_H_prev − 1)·s − 2p + f'],
  kind: 'weights',
  inputs: ['A_prev'],
  fields: {
    filters: z.int().min(1).max(100_000).meta({
      title: 'Filters',
      description: 'n_C: how many channels the output has.',
    }),
    kernelSize,
    stride,
    padding: cutPadding,
    activation: activationField.default('linear').meta({
      title: 'Activation',
      description: 'The function g applied to Z; a softmax goes over the channels of each pixel.',
    }),
    initializer,
    dilation,
    bias,
  },
  newId: 'conv',
  initial: { filters: 8, kernelSize: 2, stride: 2, activation: 'relu', initializer: 'he' },
  examples: [
    {
      title: 'twice as high and wide',
      fields: { filters: 4, kernelSize: 2, stride: 2, activation: 'relu' },
      inputs: [[4, 3, 6]],
      output: [8, 6, 4],
      parameterCount: 100,
    },
    {
      title: 'overlapping, of the input’s size times the stride',
      fields: { filters: 3, kernelSize: 3, stride: 2, padding: 'same', bias: false },
      inputs: [[4, 5, 2]],
      output: [8, 10, 3],
      parameterCount: 54,
    },
    {
      title: 'padding cuts off',
      fields: { filters: 2, kernelSize: 4, stride: 2, padding: 1, activation: 'tanh' },
      inputs: [[4, 4, 3]],
      output: [8, 8, 2],
      parameterCount: 98,
    },
  ],

  shapes({ fields, inputs: [input], symbols, problem }) {
    const { filters, bias } = fields;
    const [fH, fW] = bothSides(fields.kernelSize);
    const picture = pictureOf(input, 'A transposed convolution', problem);
    const [height, width, before] = picture ?? [];
    const [down, across] = bothUnfolded([height?.size ?? 'n_H', width?.size ?? 'n_W'], fields);
    if ((down && down.size < 1) || (across && across.size < 1)) {
      problem({
        code: 'padding-too-large',
        message: `The padding cuts off all of the ${Math.max(fH, fW)} × ${Math.max(fH, fW)} output. Make it smaller.`,
        field: 'padding',
        fixes: [{ title: 'Change the padding to valid', set: { field: 'padding', value: 'valid' } }],
      });
    }
    const channels = { symbol: symbols.n_C, size: filters };
    const output = [
      { symbol: symbols.n_H, size: down ? Math.max(1, down.size) : symbols.n_H },
      { symbol: symbols.n_W, size: across ? Math.max(1, across.size) : symbols.n_W },
      channels,
    ];
    const from = before ?? { symbol: 'n_C', size: 'n_C' };
    const one = { symbol: '1', size: 1 };
    const f = fH === fW ? ['f', 'f'] : ['f_H', 'f_W'];
    const pixels =
      typeof height?.size === 'number' && typeof width?.size === 'number' ? height.size * width.size : 0;
    return {
      output,
      parameters: [
        {
          name: 'W',
          dims: [{ symbol: f[0]!, size: fH }, { symbol: f[1]!, size: fW }, channels, from],
          axes: [3, 0, 1, 2],
          fan: { in: from.size, out: fH * fW * filters },
          decays: true,
        },
        ...(bias ? [{ name: 'b', dims: [one, one, one, channels], axes: [3, 0, 1, 2] }] : []),
      ],
      values: [
        { name: 'Z', dims: output },
        { name: 'A', dims: output },
      ],
      flops: typeof from.size === 'number' ? 2 * pixels * fH * fW * filters * from.size : 0,
      worked: [
        ...(down && down.size > 0 ? [{ symbol: symbols.n_H, how: down.how, size: down.size }] : []),
        ...(across && across.size > 0 ? [{ symbol: symbols.n_W, how: across.how, size: across.size }] : []),
      ],
    };
  },

  initializer: startOf,

  plan(plan) {
    planTransposed(plan, activationOf(plan.fields.activation));
  },
});
