import * as z from 'zod';
import { elementCount, sizesOf } from '../shape';
import { defineLayer } from './layer';

/** A = scale·A_prev + offset, value by value: pixels from 0 to 255 become numbers between 0 and 1, or −1 and 1. */
export const rescale = defineLayer({
  type: 'rescale',
  title: 'Rescale',
  summary: 'Multiplies each value by a number and adds another, such as pixels by 1/255.',
  icon: 'arrow-both',
  formulas: ['A = scale·A_prev + offset', 'dA_prev = scale·dA'],
  kind: 'activates',
  sign: '·s',
  inputs: ['A_prev'],
  fields: {
    scale: z.number().default(1).meta({ title: 'Scale', description: 'What each value is multiplied by.' }),
    offset: z.number().default(0).meta({ title: 'Offset', description: 'What is added to it then.' }),
  },
  initial: { scale: 1 / 255 },
  examples: [
    {
      title: 'pixels to −1 … 1',
      fields: { scale: 1 / 127.5, offset: -1 },
      inputs: [[2, 2, 3]],
      output: [2, 2, 3],
      parameterCount: 0,
    },
    { title: 'a vector', fields: { scale: 3 }, inputs: [[4]], output: [4], parameterCount: 0 },
  ],

  shapes({ inputs: [input], symbols }) {
    const output = input ?? [{ symbol: symbols.n, size: symbols.n }];
    return { output, parameters: [], flops: 2 * (elementCount(sizesOf(output)) ?? 0) };
  },

  plan({ fields: { scale, offset }, inputs: [input], output, forward, backward }) {
    const { A, dA } = input!;
    forward({
      call: 'addScaled',
      args: [A, scale, offset, output.A, false],
      reads: 'A = scale·A_prev + offset',
    });
    if (dA && output.dA)
      backward({ call: 'addScaled', args: [output.dA, scale, 0, dA, true], reads: 'dA_prev += scale·dA' });
  },
});
