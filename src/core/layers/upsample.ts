import * as z from 'zod';
import { resized } from './definition/pictureInput';
import { planResample, type Source } from './definition/planResample';
import { defineLayer } from './layer';

/**
 * Each picture `factor` times as high and wide. Bilinear takes the pixels as the middles of squares, as PyTorch's
 * `align_corners=False` and Keras do: row j lies at (j + ½)/factor − ½ of the rows before, and no row above the first.
 */
export const upsample = defineLayer({
  type: 'upsample',
  title: 'Upsample',
  summary:
    'Makes each picture larger by a whole number, by repeating its pixels or by going smoothly from one to the next.',
  icon: 'zoom-in',
  formulas: ['n_H = factor·n_H_prev', 'n_W = factor·n_W_prev'],
  kind: 'shapes',
  inputs: ['A_prev'],
  fields: {
    factor: z.int().min(1).max(64).default(2).meta({
      title: 'Factor',
      description: 'How many times as high and wide the pictures become.',
    }),
    method: z
      .enum(['nearest', 'bilinear'])
      .default('nearest')
      .meta({
        title: 'Method',
        description: 'Where the new pixels come from.',
        enumDescriptions: [
          'Each pixel is repeated.',
          'Each is a weighted mean of the four around its place.',
        ],
      }),
  },
  initial: { factor: 2 },
  examples: [
    { title: 'nearest', fields: { factor: 2 }, inputs: [[2, 3, 2]], output: [4, 6, 2], parameterCount: 0 },
    {
      title: 'bilinear',
      fields: { factor: 3, method: 'bilinear' },
      inputs: [[2, 3, 2]],
      output: [6, 9, 2],
      parameterCount: 0,
    },
  ],

  shapes(context) {
    const { factor, method } = context.fields;
    const shapes = resized('An upsample layer', context, before => ({
      how: `${factor}·${before}`,
      size: factor * before,
    }));
    const count = (shapes.output ?? []).reduce((n, { size }) => n * Number(size), 1);
    return { ...shapes, flops: method === 'bilinear' && Number.isFinite(count) ? 8 * count : 0 };
  },

  plan(plan) {
    const { factor, method } = plan.fields;
    const [height = 1, width = 1, channels = 1] = plan.inputs[0]!.shape;
    const place = (y: number, x: number, channel: number) => (y * width + x) * channels + channel;
    if (method === 'nearest') {
      planResample(plan, ([row = 0, column = 0, channel = 0]) =>
        place(Math.floor(row / factor), Math.floor(column / factor), channel),
      );
      return;
    }
    planResample(plan, ([row = 0, column = 0, channel = 0]) =>
      between(row, factor, height).flatMap(([y, down]) =>
        between(column, factor, width).map(([x, right]): Source => [place(y, x, channel), down * right]),
      ),
    );
  },
});

/** The two pixels of a line that pixel j of the larger one lies between, with their weights. */
function between(j: number, factor: number, length: number): readonly Source[] {
  const at = Math.max(0, (j + 0.5) / factor - 0.5);
  const first = Math.floor(at);
  const share = at - first;
  return [
    [first, 1 - share],
    [Math.min(first + 1, length - 1), share],
  ];
}
