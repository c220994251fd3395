import * as z from 'zod';
import { elementCount, sizesOf } from '../shape';
import { formatSides } from './definition/pictures';
import { planResample } from './definition/planResample';
import { defineLayer } from './layer';

/** A (T, n) = the vector A_prev (n) at every step, as what a decoder begins with. */
export const repeat = defineLayer({
  type: 'repeat',
  title: 'Repeat',
  summary: 'Gives a vector again at every step: a series, such as a decoder takes.',
  icon: 'sync',
  formulas: ['A⟨t⟩ = A_prev, t = 1 … T', 'dA_prev = Σ dA⟨t⟩'],
  kind: 'shapes',
  inputs: ['A_prev'],
  fields: {
    steps: z
      .int()
      .min(1)
      .max(100_000)
      .meta({ title: 'Steps', description: 'T: how many steps the series has.' }),
  },
  initial: { steps: 10 },
  examples: [
    {
      title: 'a series of four steps',
      fields: { steps: 4 },
      inputs: [[3]],
      output: [4, 3],
      parameterCount: 0,
    },
    { title: 'of one step', fields: { steps: 1 }, inputs: [[5]], output: [1, 5], parameterCount: 0 },
  ],

  shapes({ fields: { steps }, inputs: [input], symbols, problem }) {
    let values = input?.[0] ?? { symbol: symbols.n, size: symbols.n };
    if (input && input.length > 1) {
      problem({
        code: 'missing-flatten',
        message: `A repeat layer takes a vector, but the layer before gives ${formatSides(input)}. Put a flatten layer between them.`,
        fixes: [{ title: 'Insert a flatten layer', insertBefore: { type: 'flatten' } }],
      });
      values = { symbol: 'n', size: elementCount(sizesOf(input)) ?? 'n' };
    }
    return { output: [{ symbol: 'T', size: steps }, values], parameters: [], flops: 0 };
  },

  plan(plan) {
    planResample(plan, ([, j]) => j!);
  },
});
