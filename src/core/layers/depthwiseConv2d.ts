import * as z from 'zod';
import { activationField, activationOf } from '../activations';
import { bias, initializer, startOf } from './definition/weightFields';
import { defineLayer } from './layer';
import { bothSides, dilation, kernelSize, padding, stride } from './window/fields';
import { pictureOf } from './window/picture';
import { placesOf } from './window/placesOf';
import { planConvolution } from './window/planConvolution';
import { planDepthwise } from './window/planDepthwise';

/**
 * Z = W∗A_prev + b for each channel by itself: W (f_H, f_W, n_C_prev, multiplier), b (1, 1, 1, n_C) with n_C =
 * n_C_prev·multiplier. With a 1 × 1 convolution after it, it does the work of a convolution with far fewer weights (Howard et
 * al., 2017).
 */
export const depthwiseConv2d = defineLayer({
  type: 'depthwise-conv2d',
  title: 'Depthwise convolution',
  summary: 'Slides a kernel of its own over each channel of a picture, without mixing channels.',
  icon: 'symbol-array',
  formulas: ['Z = W∗A_prev + b, channel by channel', 'A = g(Z)', 'n_H = ⌊(n_H_prev + 2p − f)/s⌋ + 1'],
  kind: 'weights',
  inputs: ['A_prev'],
  fields: {
    kernelSize,
    stride,
    padding,
    activation: activationField.default('linear').meta({
      title: 'Activation',
      description: 'The function g applied to Z; a softmax goes over the channels of each pixel.',
    }),
    initializer,
    depthMultiplier: z.int().min(1).max(1000).default(1).meta({
      title: 'Depth multiplier',
      description: 'How many kernels, and so channels of the output, each channel has.',
    }),
    dilation,
    bias,
  },
  newId: 'depthwise',
  initial: { kernelSize: 3, padding: 'same', activation: 'relu', initializer: 'he' },
  examples: [
    {
      title: 'a kernel a channel',
      fields: { kernelSize: 3, padding: 'same', activation: 'relu' },
      inputs: [[6, 6, 4]],
      output: [6, 6, 4],
      parameterCount: 40,
    },
    {
      title: 'stride 2, two kernels a channel',
      fields: { kernelSize: 3, stride: 2, depthMultiplier: 2, bias: false },
      inputs: [[7, 5, 3]],
      output: [3, 2, 6],
      parameterCount: 54,
    },
  ],

  shapes({ fields, inputs: [input], symbols, problem }) {
    const { depthMultiplier: multiplier, bias } = fields;
    const [fH, fW] = bothSides(fields.kernelSize);
    const picture = pictureOf(input, 'A depthwise convolution', problem);
    const { sides, places, worked, before } = placesOf(picture, fields, symbols, problem);
    const n = typeof before.size === 'number' ? before.size * multiplier : symbols.n_C;
    const channels = { symbol: symbols.n_C, size: n };
    const output = [...sides, channels];
    const f = fH === fW ? ['f', 'f'] : ['f_H', 'f_W'];
    const one = { symbol: '1', size: 1 };
    return {
      output,
      parameters: [
        {
          name: 'W',
          dims: [
            { symbol: f[0]!, size: fH },
            { symbol: f[1]!, size: fW },
            before,
            { symbol: String(multiplier), size: multiplier },
          ],
          // one kernel a channel: a place of it after the other, so that the channels lie side by side
          ...(multiplier > 1 && { axes: [2, 3, 0, 1] }),
          fan: { in: fH * fW, out: fH * fW * multiplier },
          decays: true,
        },
        ...(bias ? [{ name: 'b', dims: [one, one, one, channels], axes: [3, 0, 1, 2] }] : []),
      ],
      values: [
        { name: 'Z', dims: output },
        { name: 'A', dims: output },
      ],
      flops: typeof n === 'number' ? places * n * (2 * fH * fW + (bias ? 1 : 0) + 1) : 0,
      worked,
    };
  },

  initializer: startOf,

  plan(plan) {
    const g = activationOf(plan.fields.activation);
    const channels = plan.inputs[0]!.shape[2] ?? 1;
    if (plan.fields.depthMultiplier === 1) planDepthwise(plan, g);
    else planConvolution(plan, { groups: channels, g });
  },
});
