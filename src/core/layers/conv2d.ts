import * as z from 'zod';
import { activationField, activationOf } from '../activations';
import { bias, initializer, startOf } from './definition/weightFields';
import { defineLayer } from './layer';
import { bothSides, dilation, kernelSize, padding, stride } from './window/fields';
import { findGroupFault } from './window/findGroupFault';
import { pictureOf } from './window/picture';
import { placesOf } from './window/placesOf';
import { planConvolution } from './window/planConvolution';

/**
 * A = g(W∗A_prev + b): at each place of a picture the products of n_C kernels with what they cover. W (f_H, f_W, n_C_prev, n_C)
 * and b (1, 1, 1, n_C), as the notes on convolutions have them; in groups each kernel covers n_C_prev/groups channels. In
 * memory W is (n_C, f_H·f_W·n_C_prev), a kernel a row.
 */
export const conv2d = defineLayer({
  type: 'conv2d',
  title: 'Convolution',
  summary: 'Slides small kernels over a picture: the same weights look for the same pattern everywhere.',
  icon: 'symbol-array',
  formulas: ['Z = W∗A_prev + b', 'A = g(Z)', 'n_H = ⌊(n_H_prev + 2p − f)/s⌋ + 1'],
  kind: 'weights',
  early: 2,
  inputs: ['A_prev'],
  fields: {
    filters: z.int().min(1).max(100_000).meta({
      title: 'Filters',
      description: 'n_C: how many kernels there are, each of which gives a channel.',
    }),
    kernelSize,
    stride,
    padding,
    activation: activationField.default('linear').meta({
      title: 'Activation',
      description:
        'The function g applied to Z = W∗A_prev + b; a softmax goes over the channels of each pixel.',
    }),
    initializer,
    dilation,
    groups: z.int().min(1).max(100_000).default(1).meta({
      title: 'Groups',
      description: 'Into how many parts the channels are divided, each with filters of its own; 1 for none.',
    }),
    bias,
  },
  newId: 'conv',
  initial: { filters: 8, kernelSize: 3, padding: 'same', activation: 'relu', initializer: 'he' },
  examples: [
    {
      title: 'first layer of small grey pictures',
      fields: { filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' },
      inputs: [[8, 8, 1]],
      output: [8, 8, 8],
      parameterCount: 80,
    },
    {
      title: 'a grey picture without channels has one',
      fields: { filters: 6, kernelSize: 5 },
      inputs: [[8, 7]],
      output: [4, 3, 6],
      parameterCount: 156,
    },
    {
      title: 'stride and padding',
      fields: { filters: 4, kernelSize: 3, stride: 2, padding: 1, activation: 'tanh' },
      inputs: [[7, 9, 3]],
      output: [4, 5, 4],
      parameterCount: 112,
    },
    {
      title: 'unequal sides, without bias',
      fields: { filters: 2, kernelSize: [1, 3], dilation: [1, 2], bias: false },
      inputs: [[4, 8, 2]],
      output: [4, 4, 2],
      parameterCount: 12,
    },
    {
      title: 'groups of channels',
      fields: { filters: 4, kernelSize: 3, groups: 2 },
      inputs: [[5, 5, 4]],
      output: [3, 3, 4],
      parameterCount: 76,
    },
    {
      title: '1 × 1: a dense layer at every pixel',
      fields: { filters: 3, kernelSize: 1, activation: 'softmax' },
      inputs: [[4, 4, 6]],
      output: [4, 4, 3],
      parameterCount: 21,
    },
  ],

  shapes({ fields, inputs: [input], symbols, problem }) {
    const { filters, groups, bias } = fields;
    const [fH, fW] = bothSides(fields.kernelSize);
    const picture = pictureOf(input, 'A convolution', problem);
    const { sides, places, worked, before } = placesOf(picture, fields, symbols, problem);
    findGroupFault(groups, before.size, filters, problem);
    const each =
      typeof before.size === 'number' ? Math.max(1, Math.floor(before.size / groups)) : before.size;
    const f = fH === fW ? ['f', 'f'] : ['f_H', 'f_W'];
    const one = { symbol: '1', size: 1 };
    const channels = { symbol: symbols.n_C, size: filters };
    const output = [...sides, channels];
    const taps = fH * fW;
    const covered = typeof each === 'number' ? taps * each : each;
    return {
      output,
      parameters: [
        {
          name: 'W',
          dims: [
            { symbol: f[0]!, size: fH },
            { symbol: f[1]!, size: fW },
            { symbol: groups === 1 ? before.symbol : `${before.symbol}/${groups}`, size: each },
            channels,
          ],
          axes: [3, 0, 1, 2],
          fan: { in: covered, out: (taps * filters) / groups },
          decays: true,
        },
        ...(bias ? [{ name: 'b', dims: [one, one, one, channels], axes: [3, 0, 1, 2] }] : []),
      ],
      values: [
        { name: 'Z', dims: output },
        { name: 'A', dims: output },
      ],
      flops: typeof covered === 'number' ? places * filters * (2 * covered + (bias ? 1 : 0) + 1) : 0,
      worked,
    };
  },

  initializer: startOf,

  plan(plan) {
    planConvolution(plan, { groups: plan.fields.groups, g: activationOf(plan.fields.activation) });
  },
});
