import { elementCount, sizesOf } from '../shape';
import { oneShape } from './definition/oneShape';
import { defineLayer } from './layer';

/**
 * A = Σ A_1 ∘ A_2, the inner product of two vectors: one value an example. Of series one at every step, (T, 1), of pictures one
 * at every pixel: always over the last size.
 */
export const dot = defineLayer({
  type: 'dot',
  title: 'Dot',
  summary:
    'Takes the inner product of two layers of the same shape: one value that says how alike two vectors are, at each step of series.',
  icon: 'circle-small-filled',
  formulas: ['A = A_1ᵀ·A_2', 'dA_1 = dA·A_2, dA_2 = dA·A_1'],
  kind: 'joins',
  sign: '·',
  inputs: ['A_1', 'A_2'],
  fields: {},
  newId: 'product',
  initial: {},
  examples: [
    { title: 'two vectors', fields: {}, inputs: [[4], [4]], output: [1], parameterCount: 0 },
    {
      title: 'at every step of series',
      fields: {},
      inputs: [
        [3, 5],
        [3, 5],
      ],
      output: [3, 1],
      parameterCount: 0,
    },
  ],

  shapes(context) {
    const { output } = oneShape('A dot layer', context);
    return {
      output: [...output!.slice(0, -1), { symbol: '1', size: 1 }],
      parameters: [],
      flops: 2 * (elementCount(sizesOf(output!)) ?? 0),
    };
  },

  plan({ inputs: [first, second], output, rows, forward, backward }) {
    const n = first!.shape.at(-1)!;
    const [A1, A2] = [rows(first!.A, n), rows(second!.A, n)];
    forward({ call: 'dot', args: [A1, A2, rows(output.A, 1)], reads: 'A = A_1ᵀ·A_2' });
    if (!output.dA) return;
    const dA = rows(output.dA, 1);
    if (first!.dA)
      backward({ call: 'dotGradient', args: [dA, A2, rows(first!.dA, n), true], reads: 'dA_1 += dA·A_2' });
    if (second!.dA)
      backward({ call: 'dotGradient', args: [dA, A1, rows(second!.dA, n), true], reads: 'dA_2 += dA·A_1' });
  },
});
