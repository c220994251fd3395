import { resized } from './definition/pictureInput';
import { planResample } from './definition/planResample';
import { sides } from './definition/sides';
import { defineLayer } from './layer';

/** A frame of zeros around each picture, as the notes’ zero_pad puts it. */
export const zeroPad = defineLayer({
  type: 'zero-pad',
  title: 'Zero pad',
  summary: 'Puts a frame of zeros around each picture, so that a convolution sees its border too.',
  icon: 'screen-full',
  formulas: ['n_H = n_H_prev + top + bottom', 'n_W = n_W_prev + left + right'],
  kind: 'shapes',
  inputs: ['A_prev'],
  fields: sides(1, 'added'),
  initial: {},
  examples: [
    {
      title: 'one pixel all around',
      fields: {},
      inputs: [[3, 4, 2]],
      output: [5, 6, 2],
      parameterCount: 0,
    },
    {
      title: 'two rows below grey pictures',
      fields: { top: 0, bottom: 2, left: 0, right: 0 },
      inputs: [[2, 3]],
      output: [4, 3],
      parameterCount: 0,
    },
  ],

  shapes(context) {
    const { top, bottom, left, right } = context.fields;
    return resized('A zero-pad layer', context, (before, axis) => {
      const [first, last] = axis === 'height' ? [top, bottom] : [left, right];
      const how = first === last ? `${before} + 2·${first}` : `${before} + ${first} + ${last}`;
      return { how, size: before + first + last };
    });
  },

  plan(plan) {
    const { top, left } = plan.fields;
    const [height = 1, width = 1, channels = 1] = plan.inputs[0]!.shape;
    planResample(plan, ([row = 0, column = 0, channel = 0]) => {
      const [y, x] = [row - top, column - left];
      if (y < 0 || x < 0 || y >= height || x >= width) return -1;
      return (y * width + x) * channels + channel;
    });
  },
});
