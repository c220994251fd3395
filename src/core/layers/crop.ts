import { resized } from './definition/pictureInput';
import { planResample } from './definition/planResample';
import { sides } from './definition/sides';
import { defineLayer } from './layer';

/** Each picture without some rows and columns of pixels at its sides. */
export const crop = defineLayer({
  type: 'crop',
  title: 'Crop',
  summary: 'Cuts rows and columns of pixels off the sides of each picture.',
  icon: 'screen-normal',
  formulas: ['n_H = n_H_prev − top − bottom', 'n_W = n_W_prev − left − right'],
  kind: 'shapes',
  inputs: ['A_prev'],
  fields: sides(0, 'cut off'),
  initial: { top: 1, bottom: 1, left: 1, right: 1 },
  examples: [
    {
      title: 'one pixel all around',
      fields: { top: 1, bottom: 1, left: 1, right: 1 },
      inputs: [[5, 4, 2]],
      output: [3, 2, 2],
      parameterCount: 0,
    },
    {
      title: 'the first row of grey pictures',
      fields: { top: 1 },
      inputs: [[3, 4]],
      output: [2, 4],
      parameterCount: 0,
    },
  ],

  shapes(context) {
    const { top, bottom, left, right } = context.fields;
    return resized('A crop layer', context, (before, axis) => {
      const [first, last] = axis === 'height' ? [top, bottom] : [left, right];
      const size = before - first - last;
      if (size < 1) {
        const [one, other] = axis === 'height' ? ['top', 'bottom'] : ['left', 'right'];
        context.problem({
          code: 'shape-mismatch',
          message: `Of a ${axis} of ${before} nothing is left when ${first} is cut off at the ${one} and ${last} at the ${other}. Cut off less than ${before} together.`,
          field: last > first ? other! : one!,
        });
      }
      return { how: `${before} − ${first} − ${last}`, size: Math.max(size, 1) };
    });
  },

  plan(plan) {
    const { top, left } = plan.fields;
    const [, width = 1, channels = 1] = plan.inputs[0]!.shape;
    planResample(plan, ([row = 0, column = 0, channel = 0]) => {
      return ((row + top) * width + column + left) * channels + channel;
    });
  },
});
