import * as z from 'zod';
import { activationField, activationOf } from '../activations';
import { bias, initializer, startOf } from './definition/weightFields';
import { defineLayer } from './layer';
import { kernelLength, stepDilation, stepPadding, stepStride } from './window/fields';
import { findGroupFault } from './window/findGroupFault';
import { seriesOf } from './window/picture';
import { planConvolution } from './window/planConvolution';
import { stepFields, stepsOf } from './window/steps';

/**
 * A = g(W∗A_prev + b) along the steps of a series (T, n): W (f, n_prev, n), b (1, 1, n). Height and width of a convolution
 * become one.
 */
export const conv1d = defineLayer({
  type: 'conv1d',
  title: 'Convolution of series',
  summary: 'Slides small kernels along a series: the same weights look for the same pattern at every step.',
  icon: 'symbol-array',
  formulas: ['Z = W∗A_prev + b', 'A = g(Z)', 'T = ⌊(T_prev + 2p − f)/s⌋ + 1'],
  kind: 'weights',
  inputs: ['A_prev'],
  fields: {
    filters: z.int().min(1).max(100_000).meta({
      title: 'Filters',
      description: 'n: how many kernels there are, each of which gives a value at every step.',
    }),
    kernelSize: kernelLength,
    stride: stepStride,
    padding: stepPadding,
    activation: activationField.default('linear').meta({
      title: 'Activation',
      description: 'The function g applied to Z = W∗A_prev + b; a softmax goes over the values of each step.',
    }),
    initializer,
    dilation: stepDilation,
    groups: z.int().min(1).max(100_000).default(1).meta({
      title: 'Groups',
      description: 'Into how many parts the values are divided, each with filters of its own; 1 for none.',
    }),
    bias,
  },
  newId: 'conv',
  initial: { filters: 8, kernelSize: 3, padding: 'same', activation: 'relu', initializer: 'he' },
  examples: [
    {
      title: 'three measurements, 20 steps',
      fields: { filters: 8, kernelSize: 5, activation: 'relu' },
      inputs: [[20, 3]],
      output: [16, 8],
      parameterCount: 128,
    },
    {
      title: 'stride, padding and dilation',
      fields: { filters: 4, kernelSize: 3, stride: 2, padding: 2, dilation: 2, bias: false },
      inputs: [[9, 2]],
      output: [5, 4],
      parameterCount: 24,
    },
  ],

  shapes({ fields, inputs: [input], symbols, problem }) {
    const { filters, groups, bias, kernelSize: f } = fields;
    const series = seriesOf(input, 'A convolution of series', problem);
    const { steps, places, worked, before } = stepsOf(series, fields, problem);
    findGroupFault(groups, before.size, filters, problem);
    const each =
      typeof before.size === 'number' ? Math.max(1, Math.floor(before.size / groups)) : before.size;
    const values = { symbol: symbols.n, size: filters };
    const output = [steps, values];
    const covered = typeof each === 'number' ? f * each : each;
    const one = { symbol: '1', size: 1 };
    return {
      output,
      parameters: [
        {
          name: 'W',
          dims: [
            { symbol: 'f', size: f },
            { symbol: groups === 1 ? before.symbol : `${before.symbol}/${groups}`, size: each },
            values,
          ],
          axes: [2, 0, 1],
          fan: { in: covered, out: (f * filters) / groups },
          decays: true,
        },
        ...(bias ? [{ name: 'b', dims: [one, one, values], axes: [2, 0, 1] }] : []),
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
    const { fields } = plan;
    const [steps, values] = plan.inputs[0]!.shape;
    planConvolution(plan, {
      groups: fields.groups,
      g: activationOf(fields.activation),
      shape: [1, steps!, values!],
      fields: stepFields(fields),
    });
  },
});
