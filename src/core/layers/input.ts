import * as z from 'zod';
import type { NamedDim, Shape } from '../shape';
import { pictureShape } from './definition/pictures';
import { defineLayer, type SizeSymbols } from './layer';

/** X, the examples of the data: (n_x, m) for vectors, (m, n_H, n_W, n_C) for images, (m, T_x, n_x) for what takes series. */
export const input = defineLayer({
  type: 'input',
  title: 'Input',
  summary: 'The examples of the data: each value of an example enters here.',
  icon: 'arrow-right',
  formulas: ['A = X'],
  kind: 'input',
  inputs: [],
  fields: {
    shape: z.array(z.int().min(1).max(1_000_000)).min(1).max(3).optional().meta({
      title: 'Shape',
      description:
        'The shape of one example: [2] for two columns, [64, 64, 3] for colour pictures. Only needed where no data is named; with data it is checked against it.',
      absent: 'as the data',
    }),
  },
  initial: {},
  examples: [
    { title: 'two columns', fields: { shape: [2] }, inputs: [], output: [2], parameterCount: 0 },
    {
      title: 'colour pictures',
      fields: { shape: [64, 64, 3] },
      inputs: [],
      output: [64, 64, 3],
      parameterCount: 0,
    },
  ],

  shapes({ fields, data, symbols }) {
    const sizes = fields.shape ?? data ?? [symbols.n];
    const output = namedShape(sizes, symbols);
    return { output, parameters: [], values: [{ name: 'X', dims: output }], flops: 0 };
  },

  // the plan puts the batch into the output's A itself
  plan() {},
});

function namedShape(sizes: Shape, symbols: SizeSymbols): NamedDim[] {
  const { n, T } = symbols;
  const names = sizes.length === 1 ? [T ?? n] : T && sizes.length === 2 ? [T, n] : undefined;
  return names ? names.map((symbol, i) => ({ symbol, size: sizes[i]! })) : pictureShape(sizes, symbols);
}
